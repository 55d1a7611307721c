/** The whole set as one PDF: one title, numbered bookmarks, and on the cover its version and who publishes it. */
import { beforeAll, expect, it } from 'vitest';
import { pdf } from '../../../src/formats/pdf.ts';
import { kitchenSink } from '../../root.ts';
import { publicationOf, tools } from '../publication.ts';
import { open, titlesIn, withReaders, type Opened } from './readers.ts';

withReaders('the whole set of the kitchen sink', () => {
  let opened: Opened;
  beforeAll(async () => {
    const [whole] = pdf.jobs({ ...publicationOf(kitchenSink), version: '9.8.7' });
    opened = open(await pdf.write(whole!.input, tools));
  });

  it('has one heading of the first level, its own title', () => {
    expect(titlesIn(opened)).toBe(1);
    expect(opened.tags).toMatch(/^ *H1 "CSEC Task Force Toolkits"/m);
  });

  it('says on its cover which version it is and who publishes it', () => {
    expect(opened.pages[0]!.replace(/\s+/g, ' ')).toContain(
      'Version 9.8.7, published by the editors of CSEC Task Force Toolkits.',
    );
  });

  it('numbers its bookmarks: toolkits, what stands behind each, and the texts that follow', () => {
    const numbers = opened.bookmarks.map(({ title, kids }) => [
      title.split(' ')[0],
      kids.map((kid) => kid.title).filter((kid) => /^\d/.test(kid)),
    ]);
    expect(numbers[0]![0]).toBe('1');
    expect(numbers[0]![1]![0]).toMatch(/^1\.1 Steps/);
    expect(numbers.slice(1).map(([number]) => number)).toEqual(['A', 'B']);
  });
});
