/** What real servers send when they are set as the project says. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headersOf, rulesFor } from '../../scripts/headers.ts';
import { isNightly } from '../nightly.ts';
import { isMissing, paths, smallSite } from './small-site.ts';
import { isInstalled, startServer, webServers } from './web-servers.ts';

const hosts = Object.keys(webServers) as (keyof typeof webServers)[];

it.runIf(isNightly && process.env['CI'])('all of them are installed where everything is tested', () => {
  expect(hosts.filter((host) => !isInstalled(host))).toEqual([]);
});

describe.each(hosts.filter(isInstalled))('%s', (host) => {
  let server: Awaited<ReturnType<typeof startServer>>;
  const site = { folder: '' };
  beforeAll(async () => {
    site.folder = smallSite();
    server = await startServer(host, site.folder);
  });
  afterAll(() => server?.end());

  it.each(paths)('sends with `%s` what the table says, each header once', async (path) => {
    const { status, headers } = await fetch(server.address + path);
    const expected = Object.entries(headersOf(rulesFor(site.folder), isMissing(path) ? '404.html' : path));
    expect(expected.map(([name]) => [name, headers.get(name)])).toEqual(expected);
    expect(status).toBe(isMissing(path) ? 404 : 200);
  });

  it('shows the page about missing pages, and gives a folder its closing slash', async () => {
    expect(await (await fetch(`${server.address}nothing/`)).text()).toContain('five()');
    const { status, headers } = await fetch(`${server.address}help`, { redirect: 'manual' });
    expect([Math.floor(status / 100), headers.get('location')?.endsWith('/help/')]).toEqual([3, true]);
  });
});
