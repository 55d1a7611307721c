/** Data of the offline copy that its pages may not fetch: the search index as scripts, the parts of packets with addresses that name files. */
import { partScript } from '../packet-parts.ts';
import { Page } from '../pages.ts';
import { rewriteAddresses } from '../relative-addresses.ts';
import { withFileName } from './pages.ts';

/** The folder of the search index. */
export const searchFolder = 'pagefind/';

/** A file of the search index as a script that `src/client/search/files.ts` loads. */
export function searchScript(file: string, bytes: Uint8Array): string {
  const name = JSON.stringify(file.slice(searchFolder.length));
  return `((globalThis.csec??={}).files??={})[${name}]="${Buffer.from(bytes).toString('base64')}";\n`;
}

/** A part of packets (`packet/parts/duties/chair.js`) for the offline copy. */
export function offlinePart(script: string): string {
  const [, name = '', html = ''] = /\[("(?:[^"\\]|\\.)*")\]=("(?:[^"\\]|\\.)*");\n$/.exec(script)!;
  const part = new Page('packet/index.html', JSON.parse(html) as string);
  rewriteAddresses(part, withFileName);
  return partScript(JSON.parse(name) as string, part.text.toString());
}
