/** The ids in the comment behind a heading: `/* #new #old *\/` gives `['new', 'old']`; anything else gives none. */
export function idsIn(comment: string): string[] {
  const ids = /^\/\*((?:\s*#[a-z0-9]+(?:-[a-z0-9]+)*)+)\s*\*\/$/.exec(comment.trim())?.[1];
  return ids?.trim().split(/\s*#/).filter(Boolean) ?? [];
}

/** An id for a heading that has none, to offer in the message. */
export function suggestId(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
