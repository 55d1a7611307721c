/** Files as another program reads them: LibreOffice opens them and gives back all words, and the numbers it counts itself. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordsOf, type DocBlock, type Document } from '../../../src/model/document.ts';
import { docx } from '../../../src/writers/docx.ts';
import { root } from '../../root.ts';
import { shelfOf, tools } from '../shelf.ts';

const soffice = ['/usr/bin/soffice', '/usr/local/bin/soffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice', 'C:\\Program Files\\LibreOffice\\program\\soffice.exe'].find((path) => existsSync(path));
if (!soffice && process.env['CI']) throw new Error('No LibreOffice here. Install it.');
if (!soffice) console.warn('No LibreOffice found: its tests of Word files are left out.');

const names = ['csec-template-memorandum-of-understanding', 'csec-toolkit-02-starting-a-task-force'];
const folder = mkdtempSync(join(tmpdir(), 'word-'));
const flat = (text: string) => text.replace(/\s+/g, ' ');
const documents = new Map<string, Document>();

describe.skipIf(!soffice)('LibreOffice', () => {
  beforeAll(async () => {
    for (const { file, input } of docx.jobs(shelfOf(root))) {
      if (!names.includes(input.name)) continue;
      documents.set(input.name, input);
      writeFileSync(join(folder, file), await docx.write(input, tools));
    }
    const files = names.map((name) => join(folder, `${name}.docx`));
    for (const format of ['txt:Text (encoded):UTF8', 'pdf']) execFileSync(soffice!, [`-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`, '--headless', '--convert-to', format, '--outdir', folder, ...files], { stdio: 'ignore' });
  }, 400_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(names)('%s: all words, and the numbers of clauses as the model computes them', (name) => {
    const lines = readFileSync(join(folder, `${name}.txt`), 'utf8').split('\n').map((line) => flat(line).trim());
    const text = lines.join(' ');
    const clauses = documents.get(name)!.parts.flatMap((part) => part.blocks.filter((block): block is Extract<DocBlock, { kind: 'clause' }> => block.kind === 'clause'));
    const points = clauses.flatMap((clause) => [clause, ...clause.points]);
    expect(points.length).toBeGreaterThan(20);
    for (const { number, children } of points) {
      const start = flat(wordsOf(children.slice(0, 1)));
      if (number && start) expect(lines.some((line) => line.startsWith(`${number} ${start}`.trim())), `${number} ${start}`).toBe(true);
    }
    const paragraphs = documents.get(name)!.parts.flatMap((part) => [...part.intro, ...part.blocks].flatMap((block) => (block.kind === 'paragraph' ? block.children : [])).flatMap((node) => (node.kind === 'text' ? flat(node.text).trim() : [])));
    expect(paragraphs.filter((words) => !text.includes(words))).toEqual([]);
  });

  it('prints both as PDF', () => {
    for (const name of names) expect(readFileSync(join(folder, `${name}.pdf`)).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
