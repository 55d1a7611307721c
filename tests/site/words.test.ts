import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { figuresIn } from '../../scripts/downloads.ts';
import { wholeSet } from '../../src/documents/site-documents.ts';
import { readContent } from '../../src/reader/read.ts';
import { docx } from '../../src/formats/docx.ts';
import { html } from '../../src/formats/html.ts';
import { pdf } from '../../src/formats/pdf.ts';
import { isNightly } from '../nightly.ts';
import { root } from '../root.ts';
import { missingFrom, textOfDocx, textOfEpub, textOfHtml, textOfPdf } from './words.ts';

const publication = { site: readContent(root).site, figures: figuresIn(root) };
const whole = wholeSet(publication);
const file = (name: string) => join(inject('site'), name);
/** The page of a part, by its place in the site. */
const pageOf = (id: string) => (id === 'glossary' ? 'glossary' : id.replace('-', '/'));

describe('page, PDF, Word, one-file page and EPUB say the same words, block by block', () => {
  it('page', () => {
    const missing = whole.parts.flatMap((part) =>
      missingFrom(textOfHtml(readFileSync(file(`${pageOf(part.id)}/index.html`), 'utf8')), part).map(
        (piece) => `${part.id}: ${piece}`,
      ),
    );
    expect(missing).toEqual([]);
  });

  it('PDF', () => {
    // By day the file of everything, one toolkit and one template; the other files, of the same words, every night.
    const jobs = pdf
      .jobs(publication)
      .filter(({ file }) => isNightly || /complete|toolkit-05|template-memorandum/.test(file));
    expect(jobs.length).toBeGreaterThan(2);
    const missing = jobs.flatMap(({ file: name, input }) => {
      const text = textOfPdf(file(`downloads/${name}`));
      return input.parts.flatMap((part) =>
        missingFrom(text, part, 120).map((piece) => `${name}, ${part.id}: ${piece}`),
      );
    });
    expect(missing).toEqual([]);
  }, 240_000);

  it('Word', () => {
    const missing = docx.jobs(publication).flatMap(({ file: name, input }) => {
      const text = textOfDocx(readFileSync(file(`downloads/${name}`)));
      // Word counts its clauses by itself: its own tests compare the numbers.
      const worded = (piece: string) => !/^(\([a-z]\)|\d+(\.\d+)?|(Annex )?[A-Z](\.\d+)?)$/.test(piece);
      return input.parts.flatMap((part) =>
        missingFrom(text, part)
          .filter(worded)
          .map((piece) => `${name}, ${part.id}: ${piece}`),
      );
    });
    expect(missing).toEqual([]);
  });

  it('one-file page', () => {
    const missing = html.jobs(publication).flatMap(({ file: name, input }) => {
      const text = textOfHtml(readFileSync(file(`downloads/${name}`), 'utf8'));
      return input.parts.flatMap((part) => missingFrom(text, part).map((piece) => `${name}, ${part.id}: ${piece}`));
    });
    expect(missing).toEqual([]);
  });

  it('EPUB', () => {
    const text = textOfEpub(readFileSync(file('downloads/csec-toolkits-complete.epub')));
    expect(whole.parts.flatMap((part) => missingFrom(text, part).map((piece) => `${part.id}: ${piece}`))).toEqual([]);
  });
});

it('notices a block that a file lacks', () => {
  const part = whole.parts[0]!;
  const page = textOfHtml(readFileSync(file('toolkits/what-is-a-task-force/index.html'), 'utf8'));
  expect(missingFrom(page, part)).toEqual([]);
  expect(
    missingFrom(page, {
      ...part,
      blocks: [...part.blocks, { kind: 'paragraph', children: [{ kind: 'text', text: 'Words of nobody.' }] }],
    }),
  ).toEqual(['Words of nobody.']);
});
