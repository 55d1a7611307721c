import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaults, kindNamed, newFile, type NewName } from '../../scripts/new.ts';
import { readContent } from '../../src/reader/read.ts';
import { formatProblem } from '../../src/prose/problem.ts';
import { pullOutKinds } from '../../src/schemas/kinds.ts';
import { kitchenSink, root, sinkWith } from '../root.ts';

const { site } = readContent(kitchenSink);
const made = (kind: NewName) => newFile(kind, 'my-own', defaults(site, 'my-own', '2026-11-27'));

describe('a new file', () => {
  it.each([...pullOutKinds, 'library'] as const)('of %s has nothing wrong with it', (kind) => {
    const { file, text } = made(kind);
    const content = readContent(sinkWith({ [file.replace('content/', '')]: text }));
    expect(content.problems.map(formatProblem)).toEqual([]);
    expect(content.site[kind]['my-own']).toMatchObject({ title: 'My own', reviewed: '2026-11-27' });
  });

  it.each(pullOutKinds)('of %s tells editors where its schema is', (kind) => {
    const { file, text } = made(kind);
    const [, schema] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text)!;
    expect(existsSync(join(root, dirname(file), schema!))).toBe(true);
  });
});

describe('the command', () => {
  it('knows a kind by the words that people use', () => {
    expect(['checklist', 'checklists', 'duty-list', 'duties', 'form', 'library', 'poster'].map(kindNamed)).toEqual([
      'checklists',
      'checklists',
      'duties',
      'duties',
      'forms',
      'library',
      undefined,
    ]);
  });

  it.each([
    [['poster', 'one'], '`poster` is no kind of content. Write: npm run new <kind> <id>. Kinds: checklist, duty-list,'],
    [['checklist', 'My List'], '`My List` is no id. Write lower-case words joined by hyphens'],
    [['handout', 'data-dictionary'], 'content/handouts/data-dictionary.yaml is there already. Choose another id.'],
  ])('says what is wrong with %j', (words, message) => {
    const run = () => execFileSync(process.execPath, ['scripts/new.ts', ...words], { cwd: root, stdio: 'pipe' });
    expect(run).toThrow(message);
  });
});
