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

/** The words of a page from an anchor on: a few thousand characters, which hold the section. */
const pages = new Map<string, string>();
function wordsFrom(address: string, anchor: string): string | undefined {
  const file = `${address.slice(1)}index.html`;
  if (!pages.has(file)) pages.set(file, readText(inject('site'), file));
  const html = pages.get(file)!;
  const element = [...elementsOf(html)].find((candidate) => attribute(candidate, 'id') === anchor);
  if (!element) return undefined;
  const text = html
    .slice(element.sourceCodeLocation!.startOffset, element.sourceCodeLocation!.startOffset + 60_000)
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
