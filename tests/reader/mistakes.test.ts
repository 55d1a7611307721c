/** Mistakes of authors: each is told once, with its line and what to do, and nothing else is told beside it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { formatProblem } from '../../src/prose/problem.ts';
import { readContent } from '../../src/reader/read.ts';
import { kitchenSink, sinkWith } from '../root.ts';

const toolkit = 'toolkits/sample.mdx';
const handout = 'handouts/sheet.yaml';
/** What is said of the kitchen sink with other bytes in one of its files. */
function saidOf(file: string, bytes: string | Uint8Array): string[] {
  const root = sinkWith({});
  writeFileSync(join(root, 'content', file), bytes);
  return readContent(root).problems.map(formatProblem);
}
const edited = (file: string, from: string, to: string) =>
  readContent(sinkWith({ [file]: [from, to] })).problems.map(formatProblem);

it.each<[string, () => string[], RegExp]>([
  [
    'a byte that is not UTF-8',
    () => saidOf(handout, Buffer.from('title: caf\xe9\nx: 1\n', 'latin1')),
    /sheet\.yaml:1: a byte here is not UTF-8\. Save the file again as UTF-8/,
  ],
  [
    'UTF-16',
    () => saidOf(handout, Buffer.from('\ufefftitle: x\n', 'utf16le')),
    /sheet\.yaml:1: the file is in UTF-16\. Save/,
  ],
  ['NUL', () => saidOf(handout, 'title: x\npromise: a\0b\n'), /sheet\.yaml:2: a character here is no text/],
  ['an empty file', () => saidOf(handout, ''), /sheet\.yaml: the file is empty\. Write its keys/],
  [
    'a file with a remark only',
    () => saidOf(handout, '# Later.\n'),
    /sheet\.yaml:\d: the file holds nothing\. Write its keys/,
  ],
  ['an empty page', () => saidOf(toolkit, '\n\n'), /sample\.mdx: the file is empty\./],
  [
    '5 MB in one paragraph',
    () => saidOf(toolkit, `---\ntitle: x\n---\n${'words and '.repeat(500_000)}\n`),
    /sample\.mdx:4: the line is longer than 20,000 characters\. Divide it/,
  ],
  [
    '5 MB in many',
    () => saidOf(toolkit, `---\ntitle: x\n---\n${'words and\n\n'.repeat(500_000)}\n`),
    /sample\.mdx: the file is longer than 400,000 characters\. Divide it/,
  ],
  [
    'a bomb of aliases',
    () =>
      saidOf(
        handout,
        `a: &a [x, x]\n${[...'bcdefghijklmnopqrstuvwxyz'].map((name, at, all) => `${name}: &${name} [${`*${all[at - 1] ?? 'a'}, `.repeat(9)}]`).join('\n')}\n`,
      ),
    /sheet\.yaml:2: `\*a` repeats another part of the file\. Write its words out/,
  ],
  [
    'more advice in a template than anybody reads beside the words',
    () =>
      edited(
        'templates/letter.yaml',
        '    clauses:\n',
        `    clauses:\n${Array.from({ length: 19 }, (_, at) => `      - { id: c-${at}, text: One., guidance: Two. }\n`).join('')}`,
      ),
    /letter\.yaml:1: of 22 pieces of guidance, 0 say `decide: true`: 1 to 20 can stand beside the words\. Mark what/,
  ],
  [
    'a comment of HTML',
    () => edited(toolkit, '\n## ', '\n<!-- later -->\n\n## '),
    /sample\.mdx:\d+: a comment of HTML has no place here\. Write \{\/\* … \*\/\}/,
  ],
  [
    'a number behind <',
    () => edited(toolkit, '\n## ', '\nCounties with <5 cases.\n\n## '),
    /sample\.mdx:\d+: a < before `5` is read as the beginning of a tag\. Write \\</,
  ],
  [
    'a tag that is not closed',
    () => edited(toolkit, '\n## ', '\n<Callout kind="ask" title="Who">\n\nWords\n\n## '),
    /sample\.mdx:\d+: <Callout> is not closed\. Write <\/Callout>/,
  ],
  [
    'a brace',
    () => edited(toolkit, '\n## ', '\nA {name here.\n\n## '),
    /sample\.mdx:\d+: a \{ is read as the beginning of a program\./,
  ],
  [
    'a program as a link',
    () => edited(toolkit, '\n## ', '\n[Press](javascript:alert%281%29)\n\n## '),
    /sample\.mdx:\d+: the link `javascript:.+` may not stand here\. Links begin with https:/,
  ],
  [
    'data as a link',
    () => edited(toolkit, '\n## ', '\n[Press](data:text/html,x)\n\n## '),
    /the link `data:.+` may not stand here/,
  ],
  [
    'a link that takes the scheme of the page',
    () => edited(toolkit, '\n## ', '\n[Press](//evil.example/)\n\n## '),
    /the link `\/\/evil\.example\/` may not stand here/,
  ],
  [
    'a picture from elsewhere',
    () => edited(toolkit, '\n## ', '\n![A face](https://evil.example/x.png)\n\n## '),
    /sample\.mdx:\d+: a picture has no place in a text\. Put an SVG into content\/figures\//,
  ],
  [
    'a title that is a number',
    () => edited(handout, 'title: ', 'title: 2026 # '),
    /sheet\.yaml:1: `title` is not text: `2026` is a number\. Put it in quotation marks: "2026"\./,
  ],
  [
    'a name with a space',
    () => [...readContent(sinkWith({ 'library/My Page.mdx': '---\ntitle: x\n---\n' })).problems.map(formatProblem)],
    /My Page\.mdx: the name of a file becomes an address: .+ Rename it to my-page\./,
  ],
  [
    'a day in the future',
    () => edited(handout, 'reviewed: 20', 'reviewed: 2999-01-01 # 20'),
    /sheet\.yaml:\d+: the day 2999-01-01 has not come yet\. Write the day on which it was done/,
  ],
  [
    'a level of headings left out',
    () => edited(toolkit, '\n## ', '\n#### Deep {/* #deep */}\n\n## '),
    /sample\.mdx:\d+: #### leaves out a level\. Write ##, or a heading with ### before it/,
  ],
  [
    'a folder named like a file',
    () => {
      const root = sinkWith({ 'toolkits/more.mdx/inside.mdx': 'Words.' });
      return readContent(root).problems.map(formatProblem);
    },
    /toolkits\/more\.mdx: this has the name of a file and is a folder or a link to elsewhere\. Rename the folder/,
  ],
  [
    'a key that is mistyped',
    () => edited(handout, 'title: ', 'titel: '),
    /sheet\.yaml:1: unknown key `titel`\. Did you mean `title`\?/,
  ],
  [
    'an attribute that is mistyped',
    () => edited(toolkit, '\n## ', '\n<Callout kindd="ask" title="Who">\n\nWords\n\n</Callout>\n\n## '),
    /sample\.mdx:\d+: <Callout>: unknown attribute `kindd`\. Did you mean `kind`\?/,
  ],
  [
    'a key with no words',
    () => edited(handout, 'title: ', "title: '' # "),
    /sheet\.yaml:1: `title` holds nothing\. Write/,
  ],
  [
    'frontmatter that does not end',
    () => saidOf(toolkit, '---\ntitle: x\n\nWords.\n'),
    /sample\.mdx:1: the frontmatter does not end\. Write a line `---`/,
  ],
  [
    'a file of sources that cannot be read',
    () => {
      const root = sinkWith({
        'sources.yaml': ['title: ', 'title: "'],
        'redirects.yaml': 'old:\n  to: /sources/law/\n',
      });
      return readContent(root).problems.map(formatProblem);
    },
    /sources\.yaml:\d+: malformed YAML: .+\. Check the indentation/,
  ],
  [
    'a list where entries stand by their ids',
    () => saidOf('glossary.yaml', '- title: x\n'),
    /glossary\.yaml:1: the file is not a table of entries\. Write each entry as its id/,
  ],
  [
    'a quotation mark too few',
    () => saidOf(handout, 'title: "x\nreviewed: "2026-01-01"\nkind: "y"\n'),
    /sheet\.yaml:\d: malformed YAML: .+\. Check the indentation and the quotation marks/,
  ],
  [
    'lists in lists',
    () => edited(toolkit, '\n## ', `\n${'- '.repeat(1000)}words\n\n## `),
    /sample\.mdx:\d+: lists stand in each other more than 6 deep\. Make one list/,
  ],
  [
    'quotations in quotations',
    () => edited(toolkit, '\n## ', `\n${'> '.repeat(9000)}words\n\n## `),
    /sample\.mdx:\d+: (signs stand in each other too deep|a quotation needs an attribution)/,
  ],
])('%s', (_mistake, said, expected) => {
  const found = said();
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(expected);
});

it('a byte order mark and line ends of Windows change nothing', () => {
  for (const file of [handout, toolkit]) {
    const text = readFileSync(join(kitchenSink, 'content', file), 'utf8');
    expect(saidOf(file, `\ufeff${text.replaceAll('\n', '\r\n')}`)).toEqual([]);
  }
});
