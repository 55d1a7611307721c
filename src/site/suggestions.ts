/** True when a value (blocks of a page or a document, an entry) holds words that are marked as the editors’ suggestion. */
export function hasSuggestion(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if ('kind' in value && value.kind === 'suggestion') return true;
  if ('suggestion' in value && value.suggestion === true) return true;
  return Object.values(value).some(hasSuggestion);
}
