/**
 * The menu of everything about files, under the title of a tool’s page. The page has what is to download blank (`FilesMenu.astro`);
 * the tool adds what is filled in, and the store its own file.
 */
import { make } from './dom.ts';

const groups = { page: 'What you wrote on this page', site: 'All that you wrote on this site' } as const;
const menu = () => document.querySelector<HTMLDetailsElement>('details.files');
let listens = false;

/** Puts buttons into the menu. @returns false when the page has none; then they stay where they are */
export function addFiles(group: keyof typeof groups, ...buttons: HTMLElement[]): boolean {
  const files = menu();
  if (!files) return false;
  const holder = files.querySelector<HTMLElement>('.files-menu')!;
  let place = holder.querySelector<HTMLElement>(`[data-files="${group}"] p`);
  if (!place) {
    place = make('p');
    const section = make('div', { 'data-files': group }, make('strong', {}, groups[group]), place);
    const other = holder.querySelector('[data-files="site"]');
    if (group === 'page') holder.prepend(section);
    else holder.insertBefore(section, other ?? holder.querySelector('.blank-files'));
  }
  place.append(...buttons);
  if (!listens) listen(files);
  return true;
}

/** Escape and a click elsewhere close the menu. */
function listen(files: HTMLDetailsElement): void {
  listens = true;
  files.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !files.open) return;
    files.open = false;
    files.querySelector('summary')!.focus();
  });
  document.addEventListener('click', ({ target }) => {
    if (files.open && target instanceof Node && target.isConnected && !files.contains(target)) files.open = false;
  });
}
