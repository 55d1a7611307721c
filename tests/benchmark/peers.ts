/**
 * `npm run benchmark:peers`: the same words in other generators of documentation, built and visited in one run with dist/. Installs
 * them into a folder of its own, which needs the network. Ratios count: times depend on the machine.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { figuresIn } from '../../scripts/downloads.ts';
import { attribute, elementsOf, readText } from '../../scripts/html.ts';
import { serveFolder } from '../../scripts/serve.ts';
import { toolkitDocument } from '../../src/documents/site-documents.ts';
import { readContent } from '../../src/reader/read.ts';
import { toolkitsInOrder } from '../../src/site/page.ts';
import { root } from '../root.ts';
import { shellPath } from '../programs.ts';
import { filesOf, weigh } from './fetched.ts';
import { generators, type Generator } from './peers/generators.ts';
import { pagesOf, type PeerPage } from './peers/markdown.ts';

interface Figures {
  name: string;
  /** HTML of each toolkit’s page, and the styles it waits for, in bytes. */
  html: number[];
  styles: number;
  /** Requests and bytes of a first visit to a toolkit, and of that page when the front page was seen before. */
  first: { requests: number; bytes: number };
  second: { requests: number; bytes: number };
}

const { site, problems } = readContent(root);
if (problems.length > 0) throw new Error('content/ has mistakes: npm run check:content');
const toolkits = toolkitsInOrder(site).map(({ id }) => id);
const publication = { site, figures: figuresIn(root), url: undefined, version: '' };

/** Builds the pages with a generator. @returns the folder of the site, and the seconds it took */
function build(folder: string, generator: Generator, pages: readonly PeerPage[]): { site: string; seconds: number } {
  const { packages: dependencies } = generator;
  const sidebar = pages.map(({ path, title }) => ({ text: title, link: `/${path.replace(/index$/, '')}` }));
  const files = {
    'package.json': JSON.stringify({ private: true, dependencies }),
    ...generator.files,
    ...Object.fromEntries(
      pages.map((page) => [`${generator.pages}/${page.path}.md`, generator.head(page) + page.markdown]),
    ),
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  execFileSync(npm, ['install', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, stdio: 'ignore' });
  const [program, ...words] = generator.build;
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [join('node_modules', program), ...words], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, SIDEBAR: JSON.stringify(sidebar), ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
  });
  if (status !== 0) throw new Error(`${generator.name}: ${stderr.slice(0, 2000)}`);
  return { site: join(folder, generator.site), seconds: (performance.now() - start) / 1000 };
}

/** The styles that a page waits for: those that its head names. */
function stylesOf(folder: string, page: string): string[] {
  const all = [...elementsOf(readText(folder, page))];
  return all
    .slice(
      0,
      all.findIndex(({ tagName }) => tagName === 'body'),
    )
    .filter((one) => attribute(one, 'rel')?.split(' ').includes('stylesheet') && !attribute(one, 'media'))
    .map((one) => new URL(attribute(one, 'href')!, `http://local/${page}`).pathname.slice(1));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`;

async function visit(browser: Browser, name: string, folder: string, prefix: string): Promise<Figures> {
  const { server, address } = await serveFolder(folder);
  const pages = toolkits.map((id) => `${prefix}${id}/`);
  const page = pages[toolkits.indexOf('chair')]!;
  const newContext = () => browser.newContext({ serviceWorkers: 'block' });
  const weight = (files: readonly string[]) => ({
    requests: files.length,
    bytes: sum(files.map((file) => weigh(folder, file))),
  });
  const fresh = await newContext();
  const first = weight(await filesOf(fresh, address, page));
  const again = await newContext();
  const known = new Set(await filesOf(again, address, ''));
  const second = weight((await filesOf(again, address, page)).filter((file) => !known.has(file)));
  await Promise.all([fresh.close(), again.close()]);
  server.close();
  server.closeAllConnections();
  return {
    name,
    html: pages.map((one) => weigh(folder, `${one}index.html`)),
    styles: sum(stylesOf(folder, `${page}index.html`).map((file) => weigh(folder, file))),
    first,
    second,
  };
}

function print(all: readonly Figures[]): void {
  const [ours, ...peers] = all as [Figures, ...Figures[]];
  const rows: [string, (figures: Figures) => number, (value: number) => string][] = [
    ['HTML of the toolkit pages, the mean', ({ html }) => sum(html) / html.length, kilobytes],
    ['… the heaviest', ({ html }) => Math.max(...html), kilobytes],
    ['styles that a toolkit page waits for', ({ styles }) => styles, kilobytes],
    ['first visit to a toolkit: requests', ({ first }) => first.requests, String],
    ['… bytes', ({ first }) => first.bytes, kilobytes],
    ['toolkit after the front page: requests', ({ second }) => second.requests, String],
    ['… bytes', ({ second }) => second.bytes, kilobytes],
  ];
  console.log(`| this site to … | ${peers.map(({ name }) => name).join(' | ')} | this site |`);
  console.log(`| --- | ${all.map(() => '---').join(' | ')} |`);
  for (const [name, figure, words] of rows) {
    const cells = peers.map((peer) => `${(figure(ours) / figure(peer)).toFixed(2)} (${words(figure(peer))})`);
    console.log(`| ${name} | ${cells.join(' | ')} | ${words(figure(ours))} |`);
  }
}

const dist = join(root, 'dist');
if (!shellPath) console.log('No Chromium is installed: nothing was measured.');
else if (!existsSync(dist)) console.log('dist/ is not built: npm run build');
else {
  const pages = toolkits.flatMap((id) => pagesOf(toolkitDocument(publication, id), id));
  const folder = mkdtempSync(join(tmpdir(), 'peers-'));
  const browser = await chromium.launch({ executablePath: shellPath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const all = [await visit(browser, 'this site', dist, 'toolkits/')];
    for (const generator of generators) {
      const built = build(join(folder, generator.name), generator, pages);
      console.log(`${generator.name}: ${pages.length} pages, built in ${built.seconds.toFixed(1)} s`);
      all.push(await visit(browser, generator.name, built.site, ''));
    }
    print(all);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
