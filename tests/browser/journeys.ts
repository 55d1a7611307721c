/** What a person does with the keyboard alone, in Chromium and in Firefox. */
import { existsSync } from 'node:fs';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import puppeteer from 'puppeteer-core';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { serveFolder } from '../../scripts/serve.ts';
import { chromiumArguments, chromiumPath } from './browser.ts';

const firefoxPath = [process.env['FIREFOX'], '/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'].find((path) => path && existsSync(path));
if (!firefoxPath && process.env['CI']) throw new Error('No Firefox here. Install it, or name it in the variable FIREFOX.');
if (!firefoxPath) console.warn('No Firefox found: its tests are left out. Install it, or name it in the variable FIREFOX.');

/** What the drivers of both browsers have in common. */
export interface Tab {
  goto(address: string): Promise<unknown>;
  evaluate<Result, Argument>(work: (argument: Argument) => Result | Promise<Result>, argument: Argument): Promise<Result>;
  keyboard: { press(key: string): Promise<void>; down(key: string): Promise<void>; up(key: string): Promise<void>; type(text: string): Promise<void> };
  pdf(options: { path: string; format: 'Letter' }): Promise<unknown>;
}
export interface Person {
  tab: Tab;
  open(path: string): Promise<void>;
  /** Presses Tab (or Shift and Tab, when it stands before) until the focus is on what a selector names. @throws Error when it is never reached */
  tabTo(selector: string): Promise<void>;
  press(...keys: string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** Waits until something holds in the page. */
  until(what: string, holds: (argument: string) => boolean, argument?: string): Promise<void>;
  /** Does something that saves a file, and gives the file’s name and path. */
  save(work: () => Promise<void>): Promise<{ name: string; path: string }>;
  text(selector: string): Promise<string>;
}

/** The same tests in each browser that is here; each gets a fresh profile. */
export function inBoth(title: string, tests: (person: () => Person) => void): void {
  for (const browser of ['Chromium', 'Firefox'] as const) {
    describe.skipIf(!(browser === 'Chromium' ? chromiumPath : firefoxPath))(`${title} (${browser})`, () => {
      let person: Person;
      const ends: (() => unknown)[] = [];
      beforeAll(async () => {
        const { server, address } = await serveFolder(inject('site'), {});
        const folder = mkdtempSync(join(tmpdir(), 'journey-'));
        const { tab, close } = await (browser === 'Chromium' ? startChromium() : startFirefox());
        ends.push(close, () => server.close(), () => rmSync(folder, { recursive: true, force: true }));
        person = personAt(tab, address, folder);
      });
      afterAll(async () => {
        for (const end of ends) await end();
      });
      tests(() => person);
    });
  }
}

async function startChromium(): Promise<{ tab: Tab; close(): Promise<void> }> {
  const browser = await chromium.launch({ executablePath: chromiumPath!, args: chromiumArguments });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  return { tab: page as unknown as Tab, close: () => browser.close() };
}

async function startFirefox(): Promise<{ tab: Tab; close(): Promise<void> }> {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: firefoxPath!, headless: true, defaultViewport: { width: 1280, height: 900 } });
  const page = await browser.newPage();
  // Leaving words that are not kept asks first; this person leaves.
  page.on('dialog', (dialog) => void dialog.accept());
  return { tab: page as unknown as Tab, close: () => browser.close() };
}

function personAt(tab: Tab, address: string, folder: string): Person {
  const pause = () => new Promise((resolve) => setTimeout(resolve, 50));
  const person: Person = {
    tab,
    async open(path) {
      // What was written last is kept a moment later; who leaves before is asked by the browser.
      await new Promise((resolve) => setTimeout(resolve, 700));
      await tab.goto(address + path);
    },
    async tabTo(selector) {
      for (let presses = 0; presses < 900; presses++) {
        // Never past the end of the page: there the keys go to the browser, as they do for a person.
        const back = await tab.evaluate((wanted) => ![...document.querySelectorAll(wanted)].some((one) => (document.activeElement ?? document.body).compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING), selector);
        if (back) await tab.keyboard.down('Shift');
        await tab.keyboard.press('Tab');
        if (back) await tab.keyboard.up('Shift');
        if (await tab.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
      }
      throw new Error(`the Tab key never reaches ${selector}`);
    },
    async press(...keys) {
      for (const key of keys) await tab.keyboard.press(key);
    },
    type: (text) => tab.keyboard.type(text),
    async until(what, holds, argument = '') {
      for (let tries = 0; tries < 300; tries++) {
        if (await tab.evaluate(holds, argument)) return;
        await pause();
      }
      throw new Error(`this never came: ${what}`);
    },
    async save(work) {
      await tab.evaluate(() => {
        // The policy of the site forbids fetching a blob: it is taken where it is made.
        const saved = globalThis as typeof globalThis & { saved?: { name: string; bytes: string } | undefined };
        saved.saved = undefined;
        let blob = new Blob();
        const create = URL.createObjectURL.bind(URL);
        URL.createObjectURL = (made) => create((blob = made as Blob));
        HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
          const { download } = this;
          void blob.arrayBuffer().then((buffer) => (saved.saved = { name: download, bytes: btoa(Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join('')) }));
        };
      }, '');
      await work();
      await person.until('a saved file', () => (globalThis as { saved?: unknown }).saved !== undefined);
      const { name, bytes } = await tab.evaluate(() => (globalThis as unknown as { saved: { name: string; bytes: string } }).saved, '');
      const path = join(folder, name);
      writeFileSync(path, Buffer.from(bytes, 'base64'));
      return { name, path };
    },
    text: (selector) => tab.evaluate((wanted) => (document.querySelector(wanted) as HTMLElement | null)?.innerText ?? '', selector),
  };
  return person;
}
