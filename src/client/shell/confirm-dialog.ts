/** A question to the reader in a dialog of the browser's own, with the focus and the Escape key that come with it. */
import { make } from './dom.ts';

/** Asks, and waits. @param choices pairs of an answer and the words on its button; “Cancel” is added. @returns the answer, or '' */
export function ask(
  title: string,
  body: (Node | string)[],
  choices: readonly (readonly [answer: string, words: string])[],
): Promise<string> {
  const id = 'question-title';
  const buttons = [...choices, ['', 'Cancel'] as const].map(([answer, words]) =>
    make('button', { value: answer }, words),
  );
  const dialog = make(
    'dialog',
    { class: 'question', 'aria-labelledby': id },
    make(
      'form',
      { method: 'dialog' },
      make('h2', { id }, title),
      ...body,
      make('p', { class: 'question-choices' }, ...buttons),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) =>
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue);
    }),
  );
}
