/** What a document needs to know where words stand alone: no drawings, no pull-outs within, and links to the site only where it has an address. */
import { hueOf } from './drawings.ts';
import type { DocumentContext } from './to-document.ts';
import { absolute } from '../site/public-address.ts';

/**
 * @param part the id of the part
 * @param base the public address of the site, when it has one
 * @param toolkit the number of the toolkit whose color it wears
 */
export function wordsOnlyContext(part: string, base?: string, toolkit?: number): DocumentContext {
  return {
    part,
    hue: hueOf(toolkit),
    link: (href) => (/^[a-z]+:/i.test(href) ? href : base && absolute(base, href)),
    draw: ({ kind }) => {
      throw new Error(`a ${kind} cannot stand among words alone`);
    },
    embed: () => [],
  };
}
