import { describe, expect, it } from 'vitest';
import { keysAt } from '../../src/reader/schema-keys.ts';
import { collections } from '../../src/schemas/index.ts';
import { kindOf, pullOutKinds } from '../../src/schemas/kinds.ts';
import { isNightly } from '../nightly.ts';
import { sinkWith } from '../root.ts';
import { asked, copyOfSource, edit, entry, faultyFiles, run } from './new-kind.ts';

describe('the table of kinds', () => {
  it.each(pullOutKinds)('finds the parts of %s where its schema has them', (kind) => {
    const { parts, steps, titled } = kindOf(kind);
    for (const keys of parts)
      keys.forEach((key, depth) => {
        const path = keys.slice(0, depth).flatMap((outer) => [outer, 0]);
        expect(keysAt(collections[kind].schema, path)).toContain(key);
      });
    const [outermost = [], ...others] = parts;
    if (titled)
      expect(keysAt(collections[kind].schema, [outermost[0]!, 0])).toEqual(expect.arrayContaining(['id', 'title']));
    if (steps) expect([outermost.length, others.length]).toEqual([2, 0]);
  });

  it('gives each a name of its own for its tag, its files and its readers', () => {
    for (const name of ['component', 'one', 'many', 'file'] as const)
      expect(new Set(pullOutKinds.map((kind) => kindOf(kind)[name])).size).toBe(pullOutKinds.length);
  });
});

describe('a new kind', () => {
  const copy = copyOfSource();
  const sink = sinkWith({
    'posters/one.yaml': `title: One
promise: Hang it up.
reviewed: 2026-01-02
changes: [{ date: 2026-01-02, what: First published. }]
toolkit: sample
audience: [tester]
intro: Print it.
body: Words on a wall.<Cite source="slides" at="Third slide" />
`,
    'toolkits/sample.mdx': [
      '<Handout id="sheet" />',
      '<Handout id="sheet" />\n\n<Poster id="one" />\n\n<Poster id="two" />',
    ],
    'packets.yaml': ['parts:\n', 'parts:\n    - posters/one\n'],
  });

  it('is one schema, one entry, and what the compiler asks for', () => {
    const files = asked.map(([file]) => file);
    edit(copy, entry);
    // The compiler reads the whole source, twice: every night.
    if (isNightly) expect(faultyFiles(copy, files)).toEqual(files);
    for (const one of asked) edit(copy, one);
    if (isNightly) expect(faultyFiles(copy)).toEqual([]);
  }, 180_000);

  it('then has its tag, its page, its document and its part of packets', () => {
    const script = `
      import { readContent } from './src/reader/read.ts';
      import { addressBook } from './src/site/addresses.ts';
      import { pullOutDocument } from './src/documents/site-documents.ts';
      import { findPullOut } from './src/site/pull-outs.ts';
      import { partGroups } from './src/site/packet-parts.ts';
      const { site, problems } = readContent(process.argv[1]);
      const pullOut = findPullOut(site, { ref: 'posters', id: 'one' });
      console.log(JSON.stringify({
        problems,
        addresses: [...addressBook(site).keys()].filter((address) => address.startsWith('/posters/')),
        anchors: [...addressBook(site).get('/toolkits/sample/')].filter((anchor) => anchor === 'one'),
        document: pullOutDocument({ site, figures: {} }, pullOut),
        part: partGroups(site).flatMap(({ pages }) => pages).find(({ name }) => name === 'posters/one'),
      }));`;
    expect(run(copy, script, sink)).toMatchObject({
      problems: [{ file: 'content/toolkits/sample.mdx', problem: 'unknown poster `two`', fix: 'Known: `one`.' }],
      addresses: ['/posters/one/'],
      anchors: ['one'],
      document: {
        name: 'csec-poster-one',
        kicker: 'Poster',
        parts: [
          { type: 'posters', file: 'content/posters/one.yaml', notes: [{ places: [{ n: 1, place: 'Third slide' }] }] },
        ],
      },
      part: { title: 'One', address: '/posters/one/', from: 'Poster' },
    });
  });
});
