/** <keep-bar>: the reader's say over what is kept. It asks before anything is stored, replaced or erased. */
import { counted } from '../../tools/numbers.ts';
import { ask } from '../shell/confirm-dialog.ts';
import { addFiles } from '../shell/files-menu.ts';
import { agreed, askToKeep, saveWords } from './ask-to-keep.ts';
import { announce, make, writeOnce } from '../shell/dom.ts';
import { sheetName } from './sheet-names.ts';
import { largest, readFile } from './file.ts';
import { Unreadable } from './check.ts';
import { store, type Conflict } from './store.ts';
import type { Sheets } from './sheet-values.ts';

/** What knows how the reader writes a time is slow to come: only when something was saved. */
const clock = (time: Date | number): string =>
  new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' }).format(time);

class KeepBar extends HTMLElement {
  private readonly state = this.querySelector<HTMLElement>('[data-state]')!;
  private readonly trouble = this.querySelector<HTMLElement>('[data-trouble]')!;
  private readonly conflicts = this.querySelector<HTMLElement>('[data-conflicts]')!;
  private readonly picker = this.querySelector<HTMLInputElement>('input[type=file]')!;
  private readonly buttons = Object.fromEntries(
    [...this.querySelectorAll<HTMLButtonElement>('button[data-do]')].map((button) => [button.dataset['do']!, button]),
  );
  private shown: readonly Conflict[] = [];

  connectedCallback(): void {
    const actions: Record<string, () => unknown> = {
      keep: () => (store.isKeeping ? this.stop() : askToKeep()),
      again: () => (store.isKeeping ? store.save() : store.keep()),
      save: () => saveWords(),
      open: () => this.picker.click(),
      undo: () => this.undo(),
      erase: () => this.erase(),
    };
    for (const [name, action] of Object.entries(actions)) {
      this.buttons[name]!.addEventListener('click', () => {
        // What was wrong with a file is over when the reader goes on.
        if (!this.trouble.dataset['kind']) this.warn('');
        action();
      });
    }
    this.picker.addEventListener('change', () => void this.open());
    this.offerHowTo();
    // Files have a menu of their own on the page of a tool.
    addFiles('site', this.buttons['save']!, this.buttons['open']!);
    store.subscribe(() => this.show());
    this.show();
  }

  /** What to know about the tool stands above it in a few lines; all of it opens, also for whoever comes there by keyboard. */
  private offerHowTo(): void {
    const how = document.querySelector<HTMLElement>('.pull-out-page > .how-to');
    const more = document.querySelector<HTMLButtonElement>('[data-how]');
    if (!how || !more) return;
    const open = (): void => {
      how.dataset['open'] = '';
    };
    // When the page is laid out anyway: to ask for it here would take a slow phone a fifth of a second.
    const observer = new ResizeObserver(() => {
      if (how.scrollHeight <= how.clientHeight + 1) open();
    });
    observer.observe(how);
    how.addEventListener('focusin', open);
    more.addEventListener('click', () => {
      open();
      how.tabIndex = -1;
      how.focus();
    });
  }

  private show(): void {
    const { kind, words } = store.status;
    const isTrouble = !['not-kept', 'saving', 'kept'].includes(kind);
    const state = isTrouble
      ? ''
      : kind === 'kept' && store.savedAt
        ? `${words} Saved at ${clock(store.savedAt)}.`
        : words;
    writeOnce(this.state, state);
    // What was said a moment ago does not hold then.
    if (isTrouble && this.trouble.dataset['kind'] !== kind) announce('');
    if (isTrouble || this.trouble.dataset['kind']) this.warn(isTrouble ? words : '', isTrouble ? kind : '');
    this.toggleAttribute('data-kept', store.isKeeping);
    writeOnce(this.buttons['keep']!, store.isKeeping ? 'Stop keeping' : 'Keep on this device');
    this.buttons['again']!.hidden = kind !== 'full' && kind !== 'blocked';
    this.buttons['undo']!.hidden = !store.canUndo;
    if (this.shown !== store.conflicts) this.showConflicts();
  }

  /** Shows what the reader should know; screen readers read it out when it changes. */
  private warn(words: string, kind = ''): void {
    this.trouble.dataset['kind'] = kind;
    writeOnce(this.trouble, words);
  }

  private async stop(): Promise<void> {
    const words = 'This takes your words off this device. They stay on this page until you leave it.';
    if (!(await agreed('Stop keeping?', words, ['stop', 'Stop keeping']))) return;
    store.forget();
    announce('Nothing is kept on this device any more.');
  }

  private async erase(): Promise<void> {
    const words =
      'This erases what you wrote: on this device, on this page and on every open page of this site, with your ' +
      'choice of colors. A file that you saved stays where it is. There is no way back.';
    if (!(await agreed('Erase everything?', words, ['erase', 'Erase everything']))) return;
    store.eraseAll();
    this.warn('');
    announce('Everything is erased.');
  }

  private async open(): Promise<void> {
    const file = this.picker.files?.[0];
    this.picker.value = '';
    if (!file) return;
    try {
      if (file.size > largest) throw new Unreadable('This file is too large to come from this site.');
      const sheets = readFile(await file.text());
      const how = await askHow(file.name, sheets);
      if (!how) return;
      store.open(sheets, how);
      this.warn('');
      announce('The file is open.');
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      this.warn(`${error.message} Nothing was changed.`);
    }
  }

  private undo(): void {
    store.undo();
    this.buttons['keep']!.focus();
    announce('The file is taken out again.');
  }

  /** Lists the fields that were changed in two places, with both values, and lets the reader choose. */
  private showConflicts(): void {
    this.shown = store.conflicts;
    const choose = (conflict: Conflict, choice: 'here' | 'other'): void => {
      store.settle(conflict, choice);
      (this.conflicts.querySelector('button') ?? this.buttons['save']!).focus();
      announce(choice === 'other' ? 'Changed to the other words.' : 'The words stay as they are.');
    };
    const items = this.shown.map((conflict) => {
      const name = nameOf(conflict);
      const button = (choice: 'here' | 'other', words: string) =>
        make(
          'button',
          { type: 'button', onclick: () => choose(conflict, choice) },
          words,
          make('span', { class: 'sr-only' }, `: ${name}`),
        );
      return make(
        'li',
        {},
        make('strong', {}, name),
        make('p', {}, 'Here now: ', quoted(conflict.here)),
        make('p', {}, 'The other: ', quoted(conflict.other)),
        button('here', 'Keep what is here'),
        ' ',
        button('other', 'Take the other'),
      );
    });
    this.conflicts.hidden = items.length === 0;
    this.conflicts.querySelector('ul')!.replaceChildren(...items);
  }
}

/** What a file holds, and how to take it in. */
async function askHow(name: string, sheets: Sheets): Promise<'merge' | 'replace' | undefined> {
  const lines = Object.entries(sheets).map(([id, values]) =>
    make('li', {}, `${sheetName(id)}: ${counted(Object.keys(values).length, 'field')}`),
  );
  const holds =
    lines.length > 0
      ? [make('p', {}, `${name} holds:`), make('ul', { class: 'question-list' }, ...lines)]
      : [make('p', {}, `${name} holds no words.`)];
  if (Object.keys(store.all).length === 0)
    return (await ask('Open this file?', holds, [['replace', 'Open']])) ? 'replace' : undefined;
  const choices = [
    make(
      'p',
      {},
      make('strong', {}, 'Add'),
      ' fills what is empty here. Where both hold words, yours stay, and you can compare them.',
    ),
    make(
      'p',
      {},
      make('strong', {}, 'Replace'),
      ' puts the file in the place of everything that you wrote here. You can undo both.',
    ),
  ];
  const answer = await ask(
    'Open this file?',
    [...holds, ...choices],
    [
      ['merge', 'Add'],
      ['replace', 'Replace everything'],
    ],
  );
  return answer === 'merge' || answer === 'replace' ? answer : undefined;
}

/** What the reader knows a field by: its label when it is on this page, and its tool. */
function nameOf({ sheet, field }: Conflict): string {
  const control = document.querySelector<HTMLInputElement>(
    `[data-sheet="${CSS.escape(sheet)}"] [name="${CSS.escape(field)}"]`,
  );
  const label = control?.labels?.[0]?.textContent?.trim();
  return label ? `${sheetName(sheet)}: ${label}` : sheetName(sheet);
}

const quoted = (value: string): HTMLElement => (value ? make('q', {}, value) : make('em', {}, 'nothing'));

customElements.define('keep-bar', KeepBar);
