/** @param tool what the tool would work on @param values the sheet @param prefix what stands before the ids of the part */
export type Filler = (tool: HTMLElement, values: Readonly<Record<string, string>>, prefix: string) => void;
