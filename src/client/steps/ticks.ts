/**
 * The boxes of a list inside a toolkit. What binds them to the list's own sheet comes only when there is something to show or to
 * write: when this site remembers anything on the device, or at the first tick. Until then a toolkit is a page to read.
 */
import { make } from '../dom.ts';
import { siteRoot } from '../exports.ts';

const load = (): void => document.head.append(make('script', { src: new URL('exporters/ticks.js', siteRoot()).href }));

function remembersSomething(): boolean {
  try {
    return localStorage.length > 0;
  } catch {
    return false;
  }
}

if (remembersSomething()) load();
else document.addEventListener('change', onTick);

function onTick({ target }: Event): void {
  if (!(target as Element).closest('[data-ticks]')) return;
  document.removeEventListener('change', onTick);
  load();
}
