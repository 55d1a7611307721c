/** One-file pages as the tests of their writer read them: as a tree, and opened from a folder in a browser. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'parse5';
import type { BrowserContextOptions, Page } from 'playwright-core';
import puppeteer, { type Page as FirefoxPage } from 'puppeteer-core';
import { attribute, elementsOf, type Element } from '../../../scripts/html.ts';
import { startedBrowser } from '../../browser/browser.ts';
import { firefoxPath } from '../../programs.ts';
import { newFolder } from '../../scratch.ts';

export interface Read {
  elements: Element[];
  /** The elements of a name. */
  named(name: string): Element[];
  ids: string[];
  /** Where the links within the page lead. */
  targets: string[];
  /** What the parser of HTML had to mend. */
  faults: string[];
}

export function read(html: string): Read {
  const faults: string[] = [];
  parse(html, {
    onParseError: ({ code, startLine, startCol }) => faults.push(`${code} at ${startLine}:${startCol}`),
    sourceCodeLocationInfo: true,
  });
  const elements = [...elementsOf(html)];
  const values = (name: string) => elements.flatMap((element) => attribute(element, name) ?? []);
  return {
    elements,
    named: (name) => elements.filter(({ tagName }) => tagName === name),
    ids: values('id'),
    targets: values('href')
      .filter((href) => href.startsWith('#'))
      .map((href) => href.slice(1)),
    faults,
  };
}

/** The words in an element and below. */
export function textIn(element: Element): string {
  return element.childNodes
    .map((child) => ('value' in child ? child.value : 'childNodes' in child ? textIn(child) : ''))
    .join('');
}

const folder = newFolder('one page #1 é');

/** Puts a page on the disk. @returns its `file:` address */
function saved(bytes: Uint8Array): string {
  const file = join(folder, `page ${crypto.randomUUID()}.html`);
  writeFileSync(file, bytes);
  return pathToFileURL(file).href;
}

/** A page on the disk, and the list of what it complains about and asks for: nothing is right. */
function watched(bytes: Uint8Array) {
  const address = saved(bytes);
  const faults: string[] = [];
  return {
    address,
    faults,
    say: (words: string) => void faults.push(words),
    see: (url: string) => void (url !== address && !url.startsWith('data:') && faults.push(`asked for ${url}`)),
  };
}

/** Opens a page in Chromium, does something there, and closes it. @returns what the page asked for and complained about */
export async function inChromium(
  bytes: Uint8Array,
  options: BrowserContextOptions,
  work: (page: Page) => Promise<void>,
): Promise<string[]> {
  const context = await (await startedBrowser()).newContext({ viewport: { width: 1280, height: 900 }, ...options });
  try {
    const page = await context.newPage();
    const { address, faults, say, see } = watched(bytes);
    page.on('console', (message) => say(message.text()));
    page.on('pageerror', ({ message }) => say(message));
    page.on('request', (request) => see(request.url()));
    await page.goto(address);
    await work(page);
    return faults;
  } finally {
    await context.close();
  }
}

/** The same in Firefox. */
export async function inFirefox(bytes: Uint8Array, work: (page: FirefoxPage) => Promise<void>): Promise<string[]> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: firefoxPath!,
    headless: true,
    defaultViewport: { width: 1280, height: 900 },
  });
  try {
    const page = await browser.newPage();
    const { address, faults, say, see } = watched(bytes);
    page.on('console', (message) => say(message.text()));
    page.on('request', (request) => see(request.url()));
    await page.goto(address);
    await work(page);
    return faults;
  } finally {
    await browser.close();
  }
}
