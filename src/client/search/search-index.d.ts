/** The small index of the built site; the build puts it in this module's place. */
declare module 'search-index' {
  const data: import('./index-data.ts').IndexData;
  export default data;
}
