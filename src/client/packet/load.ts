/** The parts as the build has cut them: scripts that hand over their HTML, since a page opened from a folder may not fetch. */
import { partFile } from '../../model/packet.ts';
import { siteRoot } from '../exports.ts';

const loading = new Map<string, Promise<string>>();

/** The HTML of a part, made by the build and never by a reader. @throws Error in words for readers when it does not come; the next call tries again */
export function loadPart(name: string): Promise<string> {
  const known = loading.get(name);
  if (known) return known;
  const part = new Promise<string>((resolve, reject) => {
    const script = document.createElement('script');
    const fail = (): void => {
      loading.delete(name);
      reject(new Error('This part did not load. Check the connection and try again.'));
    };
    script.src = new URL(`packet/${partFile(name)}`, siteRoot()).href;
    script.onerror = fail;
    script.onload = () => {
      const html = (globalThis.csec as { parts?: Record<string, string> } | undefined)?.parts?.[name];
      if (html === undefined) fail();
      else resolve(html);
    };
    document.head.append(script);
  });
  loading.set(name, part);
  return part;
}
