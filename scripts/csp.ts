/** Gives every page a content security policy: only files of this site, and only the inline scripts that the build wrote. */
import { createHash } from 'node:crypto';
import { attribute, elementsOf, type Element } from './html.ts';
import type { Pass } from './pages.ts';

/** The pass that gives each page its policy, before anything that the policy governs. */
export const policies: Pass = {
  page(page) {
    const hashes = new Set([...hashesOf(page.elements, page.html), ...page.newScripts.map(hashOf)]);
    const charset = page.elements.find(
      (element) => element.tagName === 'meta' && attribute(element, 'charset')?.toLowerCase() === 'utf-8',
    );
    if (!charset) throw new Error('a page names no charset');
    const meta = `<meta http-equiv="content-security-policy" content="${policyWith(hashes)}">`;
    page.text.appendLeft(charset.sourceCodeLocation!.endOffset, meta);
  },
};

/** The hashes of the scripts that stand in a page itself. Data in a script element does not run. */
export function inlineHashes(html: string): string[] {
  return hashesOf([...elementsOf(html)], html);
}

const hashOf = (script: string): string => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
const runs = (element: Element): boolean =>
  element.tagName === 'script' &&
  attribute(element, 'src') === undefined &&
  attribute(element, 'type') !== 'application/json';
function hashesOf(elements: readonly Element[], html: string): string[] {
  return elements
    .filter(runs)
    .map(({ sourceCodeLocation: at }) => hashOf(html.slice(at!.startTag!.endOffset, at!.endTag!.startOffset)));
}

/** The policy that allows some inline scripts. */
export function policyWith(hashes: ReadonlySet<string>): string {
  return [
    `default-src 'none'`,
    // Pagefind's engine is WebAssembly.
    `script-src 'self' 'wasm-unsafe-eval' ${[...hashes].sort().join(' ')}`.trim(),
    `style-src 'self'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `worker-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    // What becomes a script or markup passes one of two doors: ThemeProvider.astro, packet-document.ts.
    `require-trusted-types-for 'script'`,
    `trusted-types default packet`,
  ].join('; ');
}
