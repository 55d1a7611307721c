import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { filesIn } from '../../scripts/html.ts';
import { bundleFile, topFolder } from '../../scripts/offline/copy.ts';
import { itAtNight } from '../nightly.ts';
import { kitchenSink } from '../root.ts';
import { build, copyOfProject, hashes } from './building.ts';

const address = 'https://toolkits.example/a/b';

/** The project with the content of the kitchen sink. */
function copyOfSink(): string {
  const copy = copyOfProject();
  rmSync(join(copy, 'content'), { recursive: true });
  cpSync(join(kitchenSink, 'content'), join(copy, 'content'), { recursive: true });
  return copy;
}

describe('the build', () => {
  let copy: string;
  beforeAll(() => {
    copy = copyOfSink();
    expect(build(copy, { SITE_URL: address })).toMatchObject({ code: 0 });
  }, 300_000);

  // The whole set is compared then, too: build.nightly.test.ts.
  itAtNight(
    'gives the same bytes from another path, time zone, language and home',
    () => {
      const there = copyOfSink();
      const home = join(there, 'home');
      mkdirSync(home);
      const elsewhere = { SITE_URL: address, TZ: 'Pacific/Auckland', HOME: home, LANG: 'de_DE.UTF-8' };
      expect(build(there, elsewhere).code).toBe(0);
      expect(hashes(join(there, 'dist'))).toEqual(hashes(join(copy, 'dist')));
    },
    600_000,
  );

  it('draws every kind of block and of content', () => {
    const page = readFileSync(join(copy, 'dist', 'toolkits', 'sample', 'index.html'), 'utf8');
    for (const part of [
      'data-tone="law"',
      'class="quote"',
      '<caption>Two rows</caption>',
      'aria-label="A dot"',
      'id="steps-ask"',
      'class="ticks duties"',
      'class="outline"',
      'class="roster"',
      'class="form"',
      'class="bars"',
      'class="term" href="../../glossary/#mou"',
      'id="note-7"',
    ]) {
      expect(page).toContain(part);
    }
    expect(readFileSync(join(copy, 'dist', 'templates', 'letter', 'index.html'), 'utf8')).toMatch(
      /class="blank"[^>]*><span>Name of the first party/,
    );
    expect(existsSync(join(copy, 'dist', 'forms', 'log', 'index.html'))).toBe(true);

    // Every public address has the path of the site, on the web and in the offline copy.
    expect(page).toContain('<link rel="canonical" href="https://toolkits.example/a/b/toolkits/sample/"');
    const dist = join(copy, 'dist');
    const offline = unzipSync(readFileSync(join(dist, 'downloads', bundleFile)));
    const texts = [
      ...filesIn(dist).map((file) => [file, readFileSync(join(dist, file))] as const),
      ...Object.entries(offline),
    ].filter(([file]) => /\.(html|xml|txt|js|ics)$/.test(file));
    const addresses = texts.flatMap(([file, bytes]) =>
      [
        ...Buffer.from(bytes)
          .toString('utf8')
          .matchAll(/https?:\/\/toolkits\.example(?!\/a\/b\/)[^"'\s<]*/g),
      ].map(([address]) => `${file}: ${address}`),
    );
    expect(addresses).toEqual([]);
    expect(readFileSync(join(dist, 'sitemap-0.xml'), 'utf8')).toContain(
      '<loc>https://toolkits.example/a/b/toolkits/sample/</loc>',
    );
    expect(Buffer.from(offline[`${topFolder}/toolkits/sample/index.html`]!).toString()).toContain(
      '<a href="https://toolkits.example/a/b/downloads/">Check for a newer version</a>',
    );
  });

  it('stops at bad content with every fault and its place, and leaves the old site alone', () => {
    const before = hashes(join(copy, 'dist'));
    const toolkit = join(copy, 'content', 'toolkits', 'sample.mdx');
    const text = readFileSync(toolkit, 'utf8');
    writeFileSync(toolkit, text.replace('promise:', 'promisse:'));
    const sheet = join(copy, 'content', 'checklists', 'steps.yaml');
    writeFileSync(sheet, readFileSync(sheet, 'utf8').replace('source="slides"', 'source="sldies"'));
    const { code, output } = build(copy);
    expect(code).toBe(1);
    expect(output).toMatch(/content\/toolkits\/sample\.mdx:\d+: unknown key `promisse`\. Did you mean `promise`\?/);
    expect(output).toMatch(/content\/checklists\/steps\.yaml:\d+: unknown source `sldies`\. Did you mean `slides`\?/);
    expect(hashes(join(copy, 'dist'))).toEqual(before);
    expect(existsSync(join(copy, '.build')) ? filesIn(join(copy, '.build')) : []).toEqual([]);
  });
});
