/** The small index of the built site as JSON; the build puts it in this module's place. */
declare module 'search-index' {
  const json: string;
  export default json;
}
