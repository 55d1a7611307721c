/** Tells a page that was opened from the search which words to mark; the page takes it out of its address again. */
export const markParameter = 'mark';
