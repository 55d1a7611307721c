/** A page of the offline copy: its addresses name files, its scripts are classic, its foot says which copy it is. */
import { posix } from 'node:path';
import MagicString from 'magic-string';
import { attribute, elementsOf, type Element } from '../html.ts';
import { rewriteAddresses } from '../relative.ts';

/** What stands in the offline copy alone, and on the web alone: `<p data-copy="offline" hidden>`. */
const copyMark = 'data-copy';

/**
 * @param file the page's path in the site
 * @param scriptFor the classic script that does what a page's module scripts do together, by their paths in the site
 */
export function offlinePage(html: string, file: string, scriptFor: (modules: readonly string[]) => string): string {
  const text = new MagicString(html);
  const elements = [...elementsOf(html)];
  const modules = elements.filter((element) => element.tagName === 'script' && attribute(element, 'type') === 'module');
  for (const module of modules) remove(text, module);
  if (modules.length > 0) {
    const script = scriptFor(modules.map((module) => posix.join(posix.dirname(file), attribute(module, 'src')!)));
    const head = elements.find(({ tagName }) => tagName === 'head')!;
    text.appendLeft(
      head.sourceCodeLocation!.endTag!.startOffset,
      `<script defer src="${posix.relative(posix.dirname(file), script)}"></script>`,
    );
  }
  for (const element of elements) {
    const copy = attribute(element, copyMark);
    // A face that is asked for early counts as a request to another origin where every file is its own.
    if (
      copy === 'online' ||
      (element.tagName === 'link' && ['preload', 'sitemap'].includes(attribute(element, 'rel') ?? ''))
    )
      remove(text, element);
    else if (copy === 'offline') show(text, element);
  }
  // No service worker here, but the frame that keeps words.
  return rewriteAddresses(text.toString().replace("worker-src 'self'", "frame-src 'self'"), withFileName);
}

/** An address within the site with the name of its file: `../chair/#duties` becomes `../chair/index.html#duties`. */
export function withFileName(address: string): string {
  if (/^([a-z][a-z0-9+.-]*:|#|\?)/i.test(address)) return address;
  return address.replace(/^([^?#]*\/)?(?=[?#]|$)/, (folder) => `${folder === './' ? '' : folder}index.html`);
}

function remove(text: MagicString, { sourceCodeLocation: at }: Element): void {
  text.remove(at!.startOffset, at!.endOffset);
}

function show(text: MagicString, { sourceCodeLocation: at }: Element): void {
  const { startOffset, endOffset } = at!.attrs!['hidden']!;
  text.remove(startOffset, endOffset);
}
