/** A page of the offline copy: its addresses name files, its foot says which copy it is. */
import { attribute, type Element } from '../html.ts';
import { Page } from '../pages.ts';
import { rewriteAddresses } from '../relative-addresses.ts';

/** What stands in the offline copy alone, and on the web alone: `<p data-copy="offline" hidden>`. */
const copyMark = 'data-copy';

/** A page of the built site as it stands in the offline copy. */
export function offlinePage(html: string): string {
  const page = new Page('index.html', html);
  for (const element of page.elements) {
    const copy = attribute(element, copyMark);
    // A face that is asked for early counts as a request to another origin where every file is its own.
    if (
      copy === 'online' ||
      (element.tagName === 'link' && ['preload', 'sitemap'].includes(attribute(element, 'rel') ?? ''))
    )
      page.remove(element);
    else if (copy === 'offline') show(page, element);
  }
  rewriteAddresses(page, withFileName);
  // No service worker here, but the frame that keeps words.
  return page.text.toString().replace("worker-src 'self'", "frame-src 'self'");
}

/** An address within the site with the name of its file: `../chair/#duties` becomes `../chair/index.html#duties`. */
export function withFileName(address: string): string {
  if (/^([a-z][a-z0-9+.-]*:|#|\?)/i.test(address)) return address;
  return address.replace(/^([^?#]*\/)?(?=[?#]|$)/, (folder) => `${folder === './' ? '' : folder}index.html`);
}

function show(page: Page, { sourceCodeLocation: at }: Element): void {
  const { startOffset, endOffset } = at!.attrs!['hidden']!;
  page.text.remove(startOffset, endOffset);
}
