/**
 * The boxes of a list inside a toolkit. What binds them to the list's own sheet comes only when there is something to show or to
 * write: when this site remembers anything on the device, or at the first tick. Until then a toolkit is a page to read, and this
 * script is all that it carries.
 */
import { databaseName } from '../../store/names.ts';

let isLoaded = false;

function load(): void {
  if (isLoaded) return;
  isLoaded = true;
  document.removeEventListener('change', onTick);
  const script = document.createElement('script');
  script.src = new URL('exporters/ticks.js', document.querySelector<HTMLAnchorElement>('a[rel=home]')!.href).href;
  document.head.append(script);
}

/** True where this site has a database, or an earlier version of it kept something; also where nobody can tell. */
async function remembersSomething(): Promise<boolean> {
  try {
    // Where each file has a storage of its own, this one cannot tell.
    if (location.origin === 'null' || localStorage.length > 0) return true;
    return (await indexedDB.databases()).some(({ name }) => name === databaseName);
  } catch {
    return typeof indexedDB?.databases !== 'function';
  }
}

function onTick({ target }: Event): void {
  if ((target as Element).closest('[data-ticks]')) load();
}

document.addEventListener('change', onTick);
void remembersSomething().then((does) => does && load());
