/** Buttons that give the page's pull-out away as filled in: words on the clipboard, a Word file. What they need loads on the first click. */
import { announce, make } from '../shell/dom.ts';
import { today } from '../../tools/days.ts';
import { addFiles } from '../shell/files-menu.ts';
import { loadExporter, loadModel, saveFile } from './exports.ts';
import { runExporter } from './run-exporter.ts';
import { publicRoot } from '../shell/site.ts';
import type { Sheet } from '../store/store.ts';

/** A listener that does some work and says how it went, in words for the reader. */
export function attempt(work: () => Promise<string>): () => void {
  return () =>
    void work().then(announce, (error: unknown) => announce(error instanceof Error ? error.message : String(error)));
}

/** Puts the buttons into the menu of files. `draft`: Word also comes without the advice, dated, as it is sent. */
export function offerExports(sheet: Sheet, draft = false): void {
  const copy = attempt(async () => {
    const [model, text] = await Promise.all([loadModel(), loadExporter('text')]);
    await navigator.clipboard.writeText(text(model, sheet.values, publicRoot())).catch(() => {
      throw new Error('Copying is blocked here. Select the words on the page instead.');
    });
    return 'Text copied';
  });
  const word = (guidance: boolean) =>
    attempt(async () => {
      const options = draft ? { day: today(), guidance } : {};
      const filled = [await loadModel(), sheet.values, publicRoot(), options] as const;
      const { name, bytes } = await runExporter('Making the Word file', 'word', 'write', ...filled);
      saveFile(name, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', bytes);
      return 'Word file made';
    });
  const button = (action: string, words: string, onclick: () => void) =>
    make('button', { type: 'button', 'data-action': action, onclick }, words);
  addFiles(
    'page',
    button('word', 'Download Word', word(!draft)),
    ...(draft ? [button('word-guidance', 'Download Word with guidance', word(true))] : []),
    button('copy', 'Copy as text', copy),
  );
}
