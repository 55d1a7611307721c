/** Parts of the site that only a click needs are classic scripts: modules and fetches fail where it is opened from a folder. */

const scripts = new Map<string, Promise<void>>();

/** Loads a script of this site once. @throws Error in words for readers when it does not come; the next call tries again */
export function loadScript(address: string): Promise<void> {
  const known = scripts.get(address);
  if (known) return known;
  const loading = new Promise<void>((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = () => resolve();
    script.onerror = () => {
      scripts.delete(address);
      script.remove();
      reject(
        new Error(
          'A part of this page did not load. Check the connection and try again; what you wrote is still here.',
        ),
      );
    };
    document.head.append(script);
  });
  scripts.set(address, loading);
  return loading;
}
