import { afterAll, beforeAll, expect, it } from 'vitest';
import { headersOf, hosts, rulesFor } from '../../scripts/headers.ts';
import { inlineHashes } from '../../scripts/csp.ts';
import { readText } from '../../scripts/html.ts';
import { serveFolder } from '../../scripts/serve.ts';
import { isMissing, paths, smallSite } from './small-site.ts';

let site: string;
let served: Awaited<ReturnType<typeof serveFolder>>;
const ask = (path: string) => fetch(served.address + path, { redirect: 'manual' });

beforeAll(async () => {
  site = smallSite();
  served = await serveFolder(site, { base: '/a/b/' });
});
afterAll(() => void served.server.close());

it.each(paths)('sends all of them with `%s`', async (path) => {
  const { headers } = await ask(path);
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(Object.fromEntries(headers)).toMatchObject({
    'x-frame-options': 'DENY',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control':
      path.startsWith('_astro/') && !isMissing(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
  expect(headers.get('permissions-policy')).toContain('geolocation=()');
  // Only hosts with https may say it.
  expect(headers.get('strict-transport-security')).toBeNull();
  expect(headersOf(rulesFor(site), path)['Strict-Transport-Security']).toBe('max-age=31536000');
});

it('lets the scripts run that stand in pages, and leaves books of one file their own policy', async () => {
  const policy = (await ask('')).headers.get('content-security-policy')!;
  for (const file of ['index.html', 'help/index.html']) expect(policy).toContain(inlineHashes(readText(site, file))[0]);
  expect(policy).not.toContain('unsafe-inline');
  expect(policy).not.toContain(inlineHashes(readText(site, 'downloads/csec-book.html'))[0]);
  expect((await ask('downloads/csec-book.html')).headers.get('content-security-policy')).toBe("frame-ancestors 'none'");
});

it('says the same in the language of every host, each header once for a file', () => {
  const rules = rulesFor(site);
  const all = headersOf(rules, '_astro/page-1.js');
  for (const [host, text] of Object.entries(hosts)) {
    const written = text(rules, ['_astro/', 'downloads/', 'help/', 'index.html']);
    for (const value of Object.values(all)) expect(written, host).toContain(value);
  }
  const blocks = readText(site, '_headers')
    .split(/\n(?=\/)/)
    .slice(1);
  expect(blocks.map((block) => block.split('\n')[0])).toEqual([
    '/',
    '/404.html',
    '/_astro/*',
    '/downloads/*',
    '/help/*',
    '/index.html',
  ]);
  for (const block of blocks) expect(block.match(/Content-Security-Policy:/g)).toHaveLength(1);
  expect(readText(site, '.htaccess')).toContain(
    'Header always set Cache-Control "public, max-age=31536000, immutable" "expr=%{REQUEST_URI} =~ m#/_astro/#"',
  );
});
