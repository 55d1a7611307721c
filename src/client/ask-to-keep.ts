/** What the bar of a tool and the boxes inside a toolkit do alike: keep words, asking first where it must be asked, or save them to a file. */
import { ask } from './ask.ts';
import { announce, make } from './dom.ts';
import { saveFile } from './exports.ts';
import { isLocal } from './site.ts';
import { fileName } from './store/file.ts';
import { store } from './store/store.ts';

/** The choice that stands first in each question about words. */
export const saveFirst = ['save', 'Save to a file first'] as const;

/** Offers the file that holds all words. */
export function saveWords(): void {
  saveFile(fileName, 'application/json', store.toFile());
  announce('The file goes to your downloads.');
}

/** Keeps all words on this device from now on; on pages that were opened as files only after a yes. */
export async function askToKeep(): Promise<void> {
  if (isLocal) {
    const words = 'You opened these pages as files. In some browsers, every other page that is opened as a file on this device can read what is kept.';
    const answer = await ask('Keep it in this browser?', [make('p', {}, words)], [saveFirst, ['keep', 'Keep it']]);
    if (answer === 'save') saveWords();
    if (answer !== 'keep') return;
  }
  store.keep();
  if (store.isKeeping) announce('Kept on this device from now on.');
}
