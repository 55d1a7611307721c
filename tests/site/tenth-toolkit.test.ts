/** A tenth toolkit is one file: no number of toolkits, and no color of theirs, is written anywhere else. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hueOf } from '../../src/documents/drawings.ts';
import { toolkitColors, onAnyPage } from '../../src/formats/epub/colors.ts';
import { readContent } from '../../src/reader/read.ts';
import { mostToolkits } from '../../src/schemas/toolkit.ts';
import { toolkitFile } from '../../src/site/file-names.ts';
import { toolkitCount, toolkitsInOrder } from '../../src/site/page.ts';
import { kitchenSink, root, sinkWith } from '../root.ts';

const text = readFileSync(join(kitchenSink, 'content', 'toolkits', 'sample.mdx'), 'utf8');
const numbers = Array.from({ length: mostToolkits }, (_, index) => index + 1);

it('is read, counted, named and put last by one file', () => {
  const { site, problems } = readContent(
    sinkWith({
      'toolkits/tenth.mdx': text.replace('number: 5', 'number: 10').replace(/^title: .*/m, 'title: The tenth'),
    }),
  );
  expect(problems).toEqual([]);
  expect(toolkitsInOrder(site).map(({ id }) => id)).toEqual(['sample', 'tenth']);
  expect(toolkitCount(site)).toBe('two');
  expect(toolkitFile(site.toolkits['tenth']!)).toBe('csec-toolkit-10-tenth');
  expect(toolkitFile(site.toolkits['sample']!)).toBe('csec-toolkit-05-sample');
});

it('has a color of its own in pages, files and books, the same in all', () => {
  const css = readFileSync(join(root, 'src', 'styles', 'tokens.css'), 'utf8');
  const book = toolkitColors();
  for (const number of numbers) {
    const [, hue] = new RegExp(`\\[data-toolkit='${number}'\\][^{]*\\{\\s*--hue: (#\\w+)`).exec(css) ?? [];
    expect(hue, `toolkit ${number}`).toBe(hueOf(number));
    expect(book).toContain(`.toolkit-${number} h1, .toolkit-${number} h2 { color: ${onAnyPage(hueOf(number))}; }`);
  }
});
