/** A page of the offline copy: its addresses name files, its foot says which copy it is. */
import MagicString from 'magic-string';
import { attribute, elementsOf, type Element } from '../html.ts';
import { rewriteAddresses } from '../relative-addresses.ts';

/** What stands in the offline copy alone, and on the web alone: `<p data-copy="offline" hidden>`. */
const copyMark = 'data-copy';

/** A page of the built site as it stands in the offline copy. */
export function offlinePage(html: string): string {
  const text = new MagicString(html);
  for (const element of elementsOf(html)) {
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
