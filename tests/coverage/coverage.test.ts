import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { attribute, elementsOf, readText } from '../../scripts/html.ts';
import { root } from '../root.ts';

/** One fact of a source and where it stands on the site, or why it does not. */
const fact = z.union([
  z.strictObject({
    place: z.string(),
    fact: z.string(),
    at: z.string().regex(/^\/.*\/#.+$/),
    words: z.string().optional(),
  }),
  z.strictObject({ place: z.string(), fact: z.string(), 'left-out': z.string().min(10) }),
]);
const folder = join(root, 'tests', 'coverage');
const ledgers = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
const squeezed = (text: string) => text.replace(/\s+/g, ' ');

/** A page, and where each of its anchors begins. */
const pages = new Map<string, { html: string; starts: Map<string, number> }>();
function pageAt(file: string): { html: string; starts: Map<string, number> } {
  const html = readText(inject('site'), file);
  const starts = new Map<string, number>();
  for (const element of elementsOf(html)) {
    const id = attribute(element, 'id');
    if (id && !starts.has(id)) starts.set(id, element.sourceCodeLocation!.startOffset);
  }
  return { html, starts };
}
/** The words of a page from an anchor on: a few thousand characters, which hold the section. */
function wordsFrom(address: string, anchor: string): string | undefined {
  const file = `${address.slice(1)}index.html`;
  if (!pages.has(file)) pages.set(file, pageAt(file));
  const { html, starts } = pages.get(file)!;
  const start = starts.get(anchor);
  if (start === undefined) return undefined;
  const text = html
    .slice(start, start + 60_000)
    .replace(/<(button|sup|small)[^>]*>|<\/(button|sup|small)>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&#39;', '’');
  return squeezed(text).slice(0, 15_000);
}

it('covers the four sources', () => {
  expect(ledgers.sort()).toEqual([
    'california-efforts.yaml',
    'deck.yaml',
    'la-county-2013.yaml',
    'promising-services.yaml',
  ]);
});

it.each(ledgers)('%s: every fact still has its home', (ledger) => {
  const facts = z.array(fact).parse(parse(readFileSync(join(folder, ledger), 'utf8')));
  expect(facts.length).toBeGreaterThan(60);
  const lost = facts.flatMap((entry) => {
    if (!('at' in entry)) return [];
    const [address = '', anchor = ''] = entry.at.split('#');
    const words = wordsFrom(address, anchor);
    if (words === undefined) return [`${entry.fact}: ${entry.at} is gone`];
    return entry.words && !words.includes(squeezed(entry.words))
      ? [`${entry.fact}: “${entry.words}” no longer stands at ${entry.at}`]
      : [];
  });
  expect(lost).toEqual([]);
});
