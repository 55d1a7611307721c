import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { keepTexts, recallTexts } from '../../scripts/kept-texts.ts';
import { compiled, prose } from '../../src/integrations/prose.ts';
import { parseBlocks, readings } from '../../src/prose/parse.ts';
import { Remembered } from '../../src/prose/remembered.ts';
import { readContent } from '../../src/reader/read.ts';
import { root } from '../root.ts';
import { newFolder } from '../scratch.ts';

const text = 'Words that were read.\n';

async function compile(): Promise<string> {
  const renderer = await prose.createMdxRenderer({}, { optimize: false, srcDir: new URL('file:///') });
  return (await renderer.process(text, '/x.mdx', {})).code;
}

const memories = [readings, compiled];
const before = memories.map((memory) => ({ ...memory }));
/** A process that begins has read nothing. */
function begin(): void {
  for (const memory of memories) Object.assign(memory, new Remembered<never>());
}
// Other tests in this process have read the content.
afterAll(() => memories.forEach((memory, index) => Object.assign(memory, before[index])));

/** What the next build has of the text, when the files that the first one left are changed between. */
async function later(change: (file: string) => string): Promise<{ read: string; program: string }> {
  const folder = newFolder('texts');
  begin();
  parseBlocks(text);
  await compile();
  keepTexts(folder);
  const kept = join(folder, '.cache', 'texts');
  for (const name of readdirSync(kept)) writeFileSync(join(kept, name), change(readFileSync(join(kept, name), 'utf8')));
  begin();
  recallTexts(folder);
  return { read: JSON.stringify(parseBlocks(text).nodes), program: await compile() };
}

/** Other words where the result is kept: what was recalled can be told from what was worked out again. */
const marked = (file: string): string => file.replaceAll(/(?<=text":"|children: [\\]+")Words/g, 'Kept words');

describe('what a build has read and compiled', () => {
  it('the next one takes as it is', async () => {
    const { read, program } = await later(marked);
    expect(read).toContain('Kept words that were read.');
    expect(program).toContain('Kept words that were read.');
  });

  it.each([
    ['the code is another', (file: string) => marked(file).replace(/"code":"\w+"/, '"code":"other"')],
    ['the file is broken', (file: string) => marked(file).slice(0, -10)],
  ])('is worked out again when %s', async (_, change) => {
    const { read, program } = await later(change);
    expect(read).toContain('"Words that were read.');
    expect(program).toContain('"Words that were read.');
  });

  it('leaves out what nobody asked for', () => {
    const memory = new Remembered<string>();
    memory.recall([
      ['asked', 'one'],
      ['gone', 'two'],
    ]);
    expect(memory.get('asked')).toBe('one');
    expect(memory.get('new')).toBeUndefined();
    memory.set('new', 'three');
    expect(memory.leave()).toEqual([
      ['asked', 'one'],
      ['new', 'three'],
    ]);
  });

  it('is the same when it was written and read', () => {
    begin();
    // The reader does not read a file twice that is the same: a copy is another file.
    const copy = newFolder('content');
    cpSync(join(root, 'content'), join(copy, 'content'), { recursive: true });
    readContent(copy);
    const all = readings.leave();
    expect(all.length).toBeGreaterThan(1000);
    expect(JSON.parse(JSON.stringify(all))).toEqual(all);
  });
});
