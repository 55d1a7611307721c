import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, it } from 'vitest';
import { toolkitDocument } from '../../src/documents/site-documents.ts';
import { kitchenSink } from '../root.ts';
import { publicationOf } from '../formats/publication.ts';
import { pagesOf } from './peers/markdown.ts';

it('writes each part as Markdown whose tables and headings are read as such', () => {
  const document = toolkitDocument(publicationOf(kitchenSink), 'sample');
  const pages = pagesOf(document, 'sample');
  expect(pages[0]!.path).toBe('sample/index');
  expect(pages.length).toBe(document.parts.length);
  for (const [index, { markdown }] of pages.entries()) {
    const { blocks } = document.parts[index]!;
    const { children } = unified().use(remarkParse).use(remarkGfm).parse(markdown);
    const count = (...kinds: string[]): number => blocks.filter(({ kind }) => kinds.includes(kind)).length;
    expect(children.filter(({ type }) => type === 'table').length).toBe(count('table', 'grid'));
    expect(children.filter(({ type }) => type === 'html')).toEqual([]);
    expect(children.filter(({ type }) => type === 'heading').length).toBeGreaterThanOrEqual(count('heading'));
  }
});

it('writes letters that mean something to Markdown, HTML or Vue as letters', () => {
  const document = toolkitDocument(publicationOf(kitchenSink), 'sample');
  const text = '1 < 2 | {{ x }} *y* [z](w) `v` ~~u~~';
  const blocks = [{ kind: 'paragraph' as const, children: [{ kind: 'text' as const, text }] }];
  const [page] = pagesOf({ ...document, parts: [{ ...document.parts[0]!, intro: [], notes: [], blocks }] }, 'sample');
  const read = unified().use(remarkParse).use(remarkGfm).parse(page!.markdown);
  expect(read.children).toMatchObject([{ type: 'paragraph', children: [{ type: 'text', value: text }] }]);
  expect(page!.markdown).not.toMatch(/[<{|]/);
});
