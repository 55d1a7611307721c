import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readFile } from '../../../src/client/store/file.ts';
import { Store } from '../../../src/client/store/sheet-store.ts';
import { FakeDevice } from './fake-medium.ts';

const answers: string[] = [];
const files: string[] = [];
let store: Store;
vi.mock('../../../src/client/shell/confirm-dialog.ts', () => ({
  ask: () => Promise.resolve(answers.shift() ?? 'never asked'),
}));
vi.mock('../../../src/client/tools/exports.ts', () => ({
  saveFile: (_name: string, _type: string, text: string) => files.push(text),
}));
vi.mock('../../../src/client/shell/dom.ts', () => ({ announce: () => undefined, make: () => undefined }));
vi.mock('../../../src/client/store/store.ts', () => ({
  get store() {
    return store;
  },
}));

/** Presses “Keep on this device” on a page that was opened in some way. */
async function press(protocol: string): Promise<void> {
  vi.resetModules();
  vi.stubGlobal('location', { protocol });
  const { askToKeep } = await import('../../../src/client/store/ask-to-keep.ts');
  await askToKeep();
}

beforeEach(() => {
  answers.length = files.length = 0;
  store = new Store(new FakeDevice().tab());
  store.sheet('task-force').set('county', 'King');
});
afterEach(() => vi.unstubAllGlobals());

it('keeps at once on the web', async () => {
  await press('https:');
  expect(store.isKeeping).toBe(true);
});

it('asks first where other files may read what is kept', async () => {
  answers.push('');
  await press('file:');
  expect([store.isKeeping, files]).toEqual([false, []]);
  answers.push('keep');
  await press('file:');
  expect([store.isKeeping, files]).toEqual([true, []]);
});

it('saves to a file instead', async () => {
  answers.push('save');
  await press('file:');
  expect(store.isKeeping).toBe(false);
  expect(readFile(files[0]!)['task-force']!['county']).toBe('King');
});
