/** What draws the compiled texts: the components that authors can write, and the headings of Markdown. */
import Callout from './Callout.astro';
import Cite from './Cite.astro';
import Comparison from './Comparison.astro';
import Embed from './Embed.astro';
import Figure from './Figure.astro';
import Heading from './Heading.astro';
import Quote from './Quote.astro';
import Suggestion from './Suggestion.astro';
import Term from './Term.astro';

/** For `<Content components={prose} />`. All that shows entries of a collection reaches it as `Embed`. */
export const prose = {
  h2: Heading,
  h3: Heading,
  h4: Heading,
  Callout,
  Cite,
  Comparison,
  Embed,
  Figure,
  Quote,
  Suggestion,
  Term,
};
