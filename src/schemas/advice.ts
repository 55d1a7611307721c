/** How many pieces of advice stand beside the words of a document: nobody reads more. Imports nothing, since browsers need it, too. */
export const mostComments = 20;
