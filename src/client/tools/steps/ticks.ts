/**
 * The boxes of a list inside a toolkit. What binds them to the list's own sheet comes only when there is something to show or to
 * write: when this site remembers anything on the device, or at the first tick. Until then a toolkit is a page to read, and this
 * script is all that it carries: it imports nothing, so that it costs one small file.
 */
function load(): void {
  const script = document.createElement('script');
  script.src = new URL('exporters/ticks.js', document.querySelector<HTMLAnchorElement>('a[rel=home]')!.href).href;
  document.head.append(script);
}

function remembersSomething(): boolean {
  try {
    // Where each file has a storage of its own, this one cannot tell.
    return location.origin === 'null' || localStorage.length > 0;
  } catch {
    return false;
  }
}

function onTick({ target }: Event): void {
  if (!(target as Element).closest('[data-ticks]')) return;
  document.removeEventListener('change', onTick);
  load();
}

if (remembersSomething()) load();
else document.addEventListener('change', onTick);

export {};
