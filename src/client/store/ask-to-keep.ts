/** What the bar of a tool and the boxes inside a toolkit do alike: keep words, asking first where it must be asked, or save them to a file. */
import { ask } from '../shell/confirm-dialog.ts';
import { announce, make } from '../shell/dom.ts';
import { saveFile } from '../tools/exports.ts';
import { isLocal } from '../shell/site.ts';
import { fileName } from './file.ts';
import { store } from './store.ts';

/** Offers the file that holds all words. */
export function saveWords(): void {
  saveFile(fileName, 'application/json', store.toFile());
  announce('The file goes to your downloads.');
}

/**
 * Asks before something happens to the words, and offers to save them first.
 * @param yes an answer and the words on its button
 * @returns whether the reader gave that answer
 */
export async function agreed(
  title: string,
  words: string,
  yes: readonly [answer: string, words: string],
): Promise<boolean> {
  const answer = await ask(title, [make('p', {}, words)], [['save', 'Save to a file first'], yes]);
  if (answer === 'save') saveWords();
  return answer === yes[0];
}

const asFiles =
  'You opened these pages as files. In some browsers, every other page that is opened as a file on this device can read what is kept.';

/** Keeps all words on this device from now on; on pages that were opened as files only after a yes. */
export async function askToKeep(): Promise<void> {
  if (isLocal && !(await agreed('Keep it in this browser?', asFiles, ['keep', 'Keep it']))) return;
  store.keep();
  // Browsers that are short of room throw away last what a site has asked to keep.
  void navigator.storage?.persist?.().catch(() => false);
  if (store.isKeeping) announce('Kept on this device from now on.');
}
