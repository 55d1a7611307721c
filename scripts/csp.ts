/** Gives every page a content security policy: only files of this site, and only the inline scripts that the build wrote. */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attribute, elementsOf, filesIn, readText, type Element } from './html.ts';

/** Adds the policy to all pages under a folder. */
export function addPolicies(site: string): void {
  for (const file of filesIn(site))
    if (file.endsWith('.html')) writeFileSync(join(site, file), withPolicy(readText(site, file)));
}

/** The hashes of the scripts that stand in a page itself. Data in a script element does not run. */
export function inlineHashes(html: string): string[] {
  const runs = (element: Element): boolean =>
    element.tagName === 'script' &&
    attribute(element, 'src') === undefined &&
    attribute(element, 'type') !== 'application/json';
  return [...elementsOf(html)].filter(runs).map(({ sourceCodeLocation: at }) => {
    const script = html.slice(at!.startTag!.endOffset, at!.endTag!.startOffset);
    return `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
  });
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

/** A page's HTML with its policy, before anything that the policy governs. */
export function withPolicy(html: string): string {
  const policy = policyWith(new Set(inlineHashes(html)));
  const charset = /<meta charset="utf-8"\s*\/?>/i;
  if (!charset.test(html)) throw new Error('a page names no charset');
  return html.replace(charset, (meta) => `${meta}<meta http-equiv="content-security-policy" content="${policy}">`);
}
