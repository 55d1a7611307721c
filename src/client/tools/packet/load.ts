/** The parts as the build has cut them: scripts that hand over their HTML, since a page opened from a folder may not fetch. */
import { partFile } from '../../../tools/packet.ts';
import { loadScript } from '../../shell/load-script.ts';
import { siteRoot } from '../../shell/site.ts';

/** The HTML of a part, made by the build and never by a reader. @throws Error in words for readers when it does not come; the next call tries again */
export async function loadPart(name: string): Promise<string> {
  await loadScript(new URL(`packet/${partFile(name)}`, siteRoot()).href);
  return globalThis.csec!.parts![name]!;
}
