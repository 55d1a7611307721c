/** What somebody has written into one tool: a flat map from the names of fields to plain words. */
export type Sheet = Readonly<Record<string, string>>;
