/**
 * Makes the boxes of lists inside a toolkit those of the lists' own pages: a tick here is a tick there. Loaded like an exporter, by
 * `steps/ticks.ts`: so it brings a store of its own to a page that may have one for its colors; they share the device, as two tabs do.
 */
import { askToKeep } from '../../store/ask-to-keep.ts';
import { announce, make } from '../../shell/dom.ts';
import { bindControls } from '../../store/controls.ts';
import { store } from '../../store/store.ts';

const status = make('span');
const keep = make('button', { type: 'button', onclick: () => void askToKeep() }, 'Keep on this device');
const note = make('p', { class: 'tools no-print' }, status, ' ', keep);

function show(): void {
  status.textContent =
    store.isKeeping || store.status.kind !== 'not-kept'
      ? store.status.words
      : 'Ticks are gone when you leave this page. On a shared computer, leave it so.';
  keep.hidden = store.isKeeping;
}

for (const list of document.querySelectorAll<HTMLElement>('[data-ticks]')) {
  const sheet = store.sheet(list.dataset['ticks']!);
  // Boxes that were ticked before this came.
  const ticks = [...list.querySelectorAll<HTMLInputElement>('input:checked')].map(({ name }) => [name, 'yes']);
  if (ticks.length > 0) sheet.setMany(Object.fromEntries(ticks));
  bindControls(list, sheet);
  const tell = (box: Element | null): void => box?.closest('ul')?.after(note);
  tell(list.querySelector('input:checked'));
  list.addEventListener('change', ({ target }) => tell(target as Element));
}
store.subscribe(show);
show();
if (note.isConnected && !store.isKeeping) announce(status.textContent!);
