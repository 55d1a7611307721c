import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { promisedAddresses, publishedAddresses } from '../../scripts/ledger.ts';

const published = publishedAddresses(inject('site'));
const promised = promisedAddresses();

it('keeps every address that was ever published', () => {
  // A page that moved stays as a redirect (content/redirects.yaml); its fragments then belong to the new page.
  const moved = new Set(published.filter((address) => !address.includes('#')));
  const kept = new Set(published);
  const isRedirect = (address: string) =>
    moved.has(address) && !published.some((other) => other.startsWith(`${address}#`));
  const lost = promised.filter((address) => !kept.has(address) && !isRedirect(address.replace(/#.*/, '')));
  expect(
    lost,
    'keep the id (a heading can hold several: {/* #new #old */}), or add the page to content/redirects.yaml',
  ).toEqual([]);
});

it('has every address in the ledger', () => {
  const known = new Set(promised);
  expect(
    published.filter((address) => !known.has(address)),
    'run `npm run build` and `npm run ledger`, and commit tests/site/addresses.txt',
  ).toEqual([]);
});

it('has the nine toolkits at both of their addresses', () => {
  const slugs = [
    'what-is-a-task-force',
    'starting-a-task-force',
    'sustaining-a-task-force',
    'structure',
    'coordinator',
    'chair',
    'training',
    'data-collection',
    'statewide-coordinating-committee',
  ];
  for (const address of [
    ...slugs.map((slug) => `/toolkits/${slug}/`),
    ...slugs.map((_, index) => `/${index + 1}/`),
    '/help/',
    '/glossary/',
    '/sources/',
    '/about/',
  ]) {
    expect(published).toContain(address);
  }
  expect(existsSync(join(inject('site'), '404.html'))).toBe(true);
});
