/** The slides of a toolkit from its page: where a section's begin, and its PowerPoint file, written on the device. */
import { loadScript } from '../shell/load-script.ts';
import { publicRoot } from '../shell/site.ts';
import { loadExporter, saveFile } from '../tools/exports.ts';

/** The address of the slides of a section, or of the page; undefined where there are none. */
export function slidesFor(anchor: string): string | undefined {
  const link = document.querySelector<HTMLAnchorElement>('a[data-slides]');
  if (!link || (anchor && !link.dataset['slides']!.split(' ').includes(anchor))) return undefined;
  return link.href + (anchor && `#${anchor}`);
}

/** Writes and saves the slides of a section. @returns what happened, in words @throws Error in words for readers */
export async function savePowerpoint(anchor: string): Promise<string> {
  const [write] = await Promise.all([
    loadExporter('powerpoint'),
    loadScript(new URL('deck.js', slidesFor(anchor)).href),
  ]);
  const { name, bytes } = await write(globalThis.csec!.slides!, anchor, publicRoot());
  saveFile(name, 'application/vnd.openxmlformats-officedocument.presentationml.presentation', bytes);
  return `Saved as ${name}`;
}
