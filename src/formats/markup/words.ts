/** Words that the book and the web pages share. */

/** The language of all words. */
export const language = 'en-US';
/** The license of all words and drawings. */
export const license = {
  name: 'Creative Commons Attribution 4.0 International',
  url: 'https://creativecommons.org/licenses/by/4.0/',
};
