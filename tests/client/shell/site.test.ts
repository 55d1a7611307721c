import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => vi.unstubAllGlobals());

/** The module as a page sees it: its address, how its link to the first page is written, and its canonical address when it names one. */
async function siteAt(href: string, home: string, canonical?: string) {
  // Each page loads the module anew.
  vi.resetModules();
  vi.stubGlobal('location', new URL(href));
  const elements: Record<string, unknown> = {
    'a[rel=home]': { href: new URL(home, href).href, getAttribute: () => home },
    'link[rel=canonical]': canonical && { href: canonical },
  };
  vi.stubGlobal('document', { querySelector: (selector: string) => elements[selector] ?? null });
  return import('../../../src/client/shell/site.ts');
}

it('finds its way on the web under any path, and shares the address that it has', async () => {
  const { isLocal, siteRoot, pageAddress, publicPage, publicRoot } = await siteAt(
    'https://host.example/a/b/toolkits/chair/?x=1#duties',
    '../../',
  );
  expect(isLocal).toBe(false);
  expect(siteRoot().href).toBe('https://host.example/a/b/');
  expect(pageAddress('/glossary/#mou')).toBe('https://host.example/a/b/glossary/#mou');
  expect([publicPage(), publicRoot()]).toEqual([
    'https://host.example/a/b/toolkits/chair/',
    'https://host.example/a/b/',
  ]);
});

it('names files in a folder, and shares the public address where it is known', async () => {
  const folder = 'file:///C:/a%20b%23c/csec-toolkits-offline/';
  const { isLocal, siteRoot, pageAddress, publicPage, publicRoot } = await siteAt(
    `${folder}toolkits/chair/index.html#duties`,
    '../../index.html',
    'https://host.example/a/toolkits/chair/',
  );
  expect(isLocal).toBe(true);
  expect(siteRoot().href).toBe(folder);
  expect(pageAddress('/glossary/#mou')).toBe(`${folder}glossary/index.html#mou`);
  expect(pageAddress('/')).toBe(`${folder}index.html`);
  expect([publicPage(), publicRoot()]).toEqual(['https://host.example/a/toolkits/chair/', 'https://host.example/a/']);
});

it('shares no address of a folder', async () => {
  const { publicPage, publicRoot } = await siteAt('file:///home/me/csec-toolkits-offline/index.html', 'index.html');
  expect([publicPage(), publicRoot()]).toEqual([undefined, undefined]);
});
