/** Files as another program reads them: LibreOffice opens them and gives back their paragraphs, and the numbers it counts itself. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { wordsOf, type DocBlock, type Document } from '../../../src/documents/document.ts';
import { aboutDraft } from '../../../src/documents/draft.ts';
import { docx } from '../../../src/formats/docx.ts';
import { isNightly } from '../../nightly.ts';
import { converted, officePath, pagesOf } from '../../programs.ts';
import { root } from '../../root.ts';
import { publicationOf, tools } from '../publication.ts';

const names = ['csec-template-memorandum-of-understanding', 'csec-toolkit-02-starting-a-task-force'];
const flat = (text: string) => text.replace(/\s+/g, ' ');
const documents = new Map<string, Document>();

describe.runIf(officePath)('LibreOffice', () => {
  /** The folder with what it saved. */
  let texts: string;
  beforeAll(async () => {
    const files: Record<string, Uint8Array> = {};
    for (const { file, input } of docx.jobs(publicationOf(root))) {
      if (!names.includes(input.name)) continue;
      documents.set(input.name, input);
      files[file] = await docx.write(input, tools);
    }
    texts = converted(files, 'txt:Text (encoded):UTF8');
  }, 400_000);

  it.each(names)('%s: its plain paragraphs, and the numbers of clauses as the model computes them', (name) => {
    const lines = readFileSync(join(texts, `${name}.txt`), 'utf8')
      .split('\n')
      .map((line) => flat(line).trim());
    const text = lines.join(' ');
    const clauses = documents
      .get(name)!
      .parts.flatMap((part) =>
        part.blocks.filter((block): block is Extract<DocBlock, { kind: 'clause' }> => block.kind === 'clause'),
      );
    const points = clauses.flatMap((clause) => [clause, ...clause.points]);
    expect(points.length).toBeGreaterThan(20);
    for (const { number, children } of points) {
      const start = flat(wordsOf(children.slice(0, 1)));
      if (number && start)
        expect(
          lines.some((line) => line.startsWith(`${number} ${start}`.trim())),
          `${number} ${start}`,
        ).toBe(true);
    }
    const paragraphs = documents
      .get(name)!
      .parts.flatMap((part) =>
        [...part.intro, ...part.blocks]
          .flatMap((block) => (block.kind === 'paragraph' ? block.children : []))
          .flatMap((node) => (node.kind === 'text' ? flat(node.text).trim() : [])),
      );
    expect(paragraphs.filter((words) => !text.includes(words))).toEqual([]);
  });

  it('counts the pages of each draft apart from those about it, and still does when those are deleted', async () => {
    const drafts = docx
      .jobs(publicationOf(root))
      .filter(({ file }) => file.startsWith('csec-template-'))
      .filter(({ file }) => isNightly || /understanding\.docx|agenda/.test(file));
    const files: Record<string, Uint8Array> = {};
    for (const { file, input } of drafts) {
      const whole = await docx.write(input, tools);
      files[`whole-${file}`] = whole;
      files[`sent-${file}`] = withoutFrame(whole);
    }
    const folder = converted(files, 'pdf');
    const feet = (name: string) =>
      pagesOf(readFileSync(join(folder, name.replace('docx', 'pdf')))).map((page) => ({
        isAbout: page.includes(aboutDraft),
        foot: /Page \S+ of .*$/m.exec(page)?.[0],
      }));
    const numbered = (count: number) => Array.from({ length: count }, (_, index) => `Page ${index + 1} of ${count}`);
    for (const { file } of drafts) {
      const whole = feet(`whole-${file}`);
      const about = whole.findIndex(({ isAbout }) => isAbout);
      const parts = about < 0 ? [whole.length] : [about, whole.length - about];
      expect([file, whole.map(({ foot }) => foot)]).toEqual([file, parts.flatMap(numbered)]);
      expect([file, feet(`sent-${file}`).map(({ foot }) => foot)]).toEqual([file, numbered(parts[0]!)]);
    }
  }, 300_000);
});

/** The file after somebody has deleted the frame behind the draft. */
function withoutFrame(bytes: Uint8Array): Uint8Array {
  const files = unzipSync(bytes);
  const path = 'word/document.xml';
  const frame = /<w:sdt>(?:(?!<w:sdt>).)*"about-this-template".*<\/w:sdt>(?=<w:p>)/s;
  return zipSync({ ...files, [path]: strToU8(strFromU8(files[path]!).replace(frame, '')) });
}
