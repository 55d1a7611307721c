/** The search dialog, as far as every page needs it: to open it, and to load what searches (`exporters/search.js`) when it opens. */
import { make } from '../shell/dom.ts';
import { loadScript } from '../shell/load-script.ts';
import { siteRoot } from '../shell/site.ts';
import { markParameter } from './highlight-parameter.ts';

const dialog = document.querySelector<HTMLDialogElement>('dialog.search')!;
const input = dialog.querySelector('input')!;

/** Loads what searches. Whoever presses the button wants it a moment later. */
const loadSearch = (): Promise<void> => loadScript(new URL('exporters/search.js', siteRoot()).href);
addEventListener('pointerdown', ({ target }) => {
  if ((target as Element).closest('[data-search]')) loadSearch().catch(() => undefined);
});

/** What had the focus before. */
let opener: HTMLElement | null = null;

/** Opens the search and puts the cursor into its field. */
export function openSearch(words?: string): void {
  if (words !== undefined) input.value = words;
  // On its way while the dialog opens.
  const loading = loadSearch();
  if (!dialog.open) {
    // A dialog that is modal at once costs as much as the answer: the browser styles the whole page anew before the first key shows.
    opener = document.activeElement as HTMLElement | null;
    dialog.show();
    setTimeout(() => letRest(dialog.open), 300);
  }
  input.select();
  loading.catch(() => {
    const status = dialog.querySelector('.search-status')!;
    status.replaceChildren(
      'The search could not be loaded. Check the connection and try again, or use the list of all pages. In danger? ',
      make('a', { href: 'tel:911' }, 'Call 911'),
      '.',
    );
  });
}

/** While the search is open, nothing beside it can be reached by key, pointer or screen reader. */
function letRest(isResting: boolean): void {
  for (const other of dialog.parentElement!.children)
    if (other !== dialog && other instanceof HTMLElement) other.inert = isResting;
}
dialog.addEventListener('close', () => {
  letRest(false);
  // What rests takes no focus back.
  if (document.activeElement === document.body) opener?.focus();
});
addEventListener('keydown', ({ key }) => {
  if (key === 'Escape' && dialog.open) dialog.close();
});
// Before the press that opens it comes to its button.
addEventListener('click', ({ target }) => dialog.open && !dialog.contains(target as Node) && dialog.close(), true);

// Enter never closes the dialog; it opens the first result, as soon as there is one.
input.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter') return;
  event.preventDefault();
  dialog.dataset['entered'] = input.value.trim();
});

const address = new URLSearchParams(location.search);
const asked = address.get('q');
if (asked !== null) openSearch(asked);
if (address.has(markParameter)) void loadScript(new URL('exporters/marks.js', siteRoot()).href).catch(() => undefined);
