import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { inputsOf, isBuilt, noteBuilt } from '../../scripts/unchanged.ts';
import { newFolder } from '../scratch.ts';

let root: string;
let dist: string;
const write = (file: string, words: string): void => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), words);
};
const isUpToDate = (siteUrl?: string): boolean => isBuilt(root, dist, inputsOf(root, siteUrl));

beforeEach(() => {
  root = newFolder('unchanged');
  dist = join(root, 'dist');
  write('content/toolkits/chair.mdx', 'Words');
  write('package-lock.json', '{}');
  write('dist/index.html', '<p>Words</p>');
  noteBuilt(root, dist, inputsOf(root, undefined));
});

describe('a build with nothing to do', () => {
  it('is known as long as all stays as it was', () => {
    expect(isUpToDate()).toBe(true);
    // Tests and other programs are no part of the site.
    write('tests/some.test.ts', 'it()');
    write('.vscode/settings.json', '{}');
    expect(isUpToDate()).toBe(true);
  });

  it.each<[string, () => void]>([
    ['a text is edited', () => write('content/toolkits/chair.mdx', 'Other words')],
    ['a text comes', () => write('content/library/new.mdx', 'Words')],
    ['a library changes', () => write('package-lock.json', '{ }')],
    ['a page is changed by hand, to as many letters', () => write('dist/index.html', '<p>Wards</p>')],
    ['a page is touched', () => utimesSync(join(dist, 'index.html'), 1, 1)],
    ['a file is added to the site', () => write('dist/more.html', '')],
    ['the note is damaged', () => write('.cache/built.json', '{')],
  ])('is over when %s', (_, change) => {
    utimesSync(join(dist, 'index.html'), 5, 5);
    noteBuilt(root, dist, inputsOf(root, undefined));
    expect(isUpToDate()).toBe(true);
    change();
    expect(isUpToDate()).toBe(false);
  });

  it('is over for another address', () => expect(isUpToDate('https://toolkits.example/')).toBe(false));
});
