/** The slides of a toolkit from its page: where a section's begin, and its PowerPoint file, written on the device. */
import { loadScript } from '../shell/load-script.ts';
import { publicRoot } from '../shell/site.ts';
import { saveFile } from '../tools/exports.ts';
import { runExporter } from '../tools/run-exporter.ts';

/** The address of the slides of a section, or of the page; undefined where there are none. */
export function slidesFor(anchor: string): string | undefined {
  const link = document.querySelector<HTMLAnchorElement>('a[data-slides]');
  if (!link || (anchor && !link.dataset['slides']!.split(' ').includes(anchor))) return undefined;
  return link.href + (anchor && `#${anchor}`);
}

/** Writes and saves the slides of a section. @returns what happened, in words @throws Error in words for readers */
export async function savePowerpoint(anchor: string): Promise<string> {
  await loadScript(new URL('deck.js', slidesFor(anchor)).href);
  const wanted = [globalThis.csec!.slides!, anchor, publicRoot()] as const;
  const { name, bytes } = await runExporter('Making the PowerPoint file', 'powerpoint', 'write', ...wanted);
  saveFile(name, 'application/vnd.openxmlformats-officedocument.presentationml.presentation', bytes);
  return `Saved as ${name}`;
}
