/** What a person does with the keyboard alone, in Chromium and in Firefox. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { isNightly } from '../nightly.ts';
import { chromiumPath, firefoxPath, hasReaders, shellPath } from '../programs.ts';
import { newFolder } from '../scratch.ts';
import { chromiumArguments } from './browser.ts';
import { placeOf, type Place, type places } from './places.ts';

export interface Person {
  place: Place;
  /** What went wrong in any tab: console errors, requests that failed or went elsewhere. */
  faults: string[];
  /** The open tab; after a crash a new one. */
  tab: Page;
  open(path: string): Promise<void>;
  /** Presses Tab (or Shift and Tab, when it stands before) until the focus is on what a selector names. @throws Error when it is never reached */
  tabTo(selector: string): Promise<void>;
  press(...keys: string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** Goes to a field and writes into it, in the place of what it held. */
  write(selector: string, text: string): Promise<void>;
  /** Waits until something holds in the page. */
  until(what: string, holds: (argument: string) => boolean, argument?: string): Promise<void>;
  /** Asks the page to keep what is written, and waits until it is on the device. */
  keep(): Promise<void>;
  /** Does something that saves a file, and gives the file’s name and path. */
  save(work: () => Promise<void>): Promise<{ name: string; path: string }>;
  text(selector: string): Promise<string>;
  /** The value of a field. */
  value(selector: string): Promise<string>;
  /** The same person in a second tab. */
  another(): Promise<Person>;
  /** Ends the processes that draw pages, without a word to them; the browser lives on. */
  crash(): Promise<void>;
}

/**
 * The same tests in each browser that is here; each gets a fresh profile. By day they share one Chromium without
 * windows. `storage: false`: a browser whose settings forbid sites to store anything. `at`: where the site is. In
 * Firefox they run every night.
 */
export function inBoth(
  title: string,
  tests: (person: () => Person) => void,
  { storage = true, at = 'online' }: { storage?: boolean; at?: (typeof places)[number] } = {},
): void {
  for (const [name, path, begin] of [
    // What a setting forbids, a whole browser forbids.
    ['Chromium', chromiumPath, isNightly || !storage ? own(startChromium) : shared],
    ['Firefox', isNightly ? firefoxPath : undefined, own(startFirefox)],
  ] as const) {
    // Hundreds of keys, each one pressed: on a busy machine that takes its time.
    describe.runIf(path && hasReaders)(`${title} (${name})`, { timeout: 180_000 }, () => {
      let person: Person;
      const ends: (() => unknown)[] = [];
      beforeAll(async () => {
        const place = await placeOf(at, inject('site'));
        const folder = newFolder('journey');
        ends.push(() => place.end());
        const { tabs, pid, end } = await begin(path!, join(folder, 'profile'), { storage, network: at !== 'folder' });
        ends.unshift(end);
        person = await personIn({ tabs, pid }, place, folder);
        await place.settle(person.tab);
      }, 180_000);
      afterAll(async () => {
        for (const end of ends) await end();
      });
      tests(() => person);
    });
  }
}

const common = { headless: true, defaultViewport: { width: 1280, height: 900 } };

export interface Settings {
  storage: boolean;
  network: boolean;
}

/** Starts Chromium with a profile; settings of sites are those of the whole browser, not of the one without windows. */
export function startChromium(
  executablePath: string,
  userDataDir: string,
  { storage, network }: Settings,
): Promise<Browser> {
  mkdirSync(join(userDataDir, 'Default'), { recursive: true });
  writeFileSync(
    join(userDataDir, 'Default', 'Preferences'),
    JSON.stringify({ profile: { default_content_setting_values: storage ? {} : { cookies: 2 } } }),
  );
  return puppeteer.launch({
    ...common,
    executablePath,
    userDataDir,
    args: [...chromiumArguments, ...(network ? [] : ['--proxy-server=127.0.0.1:9'])],
  });
}

/** Starts Firefox with a profile; files may not read each other there, as for a person. */
export function startFirefox(
  executablePath: string,
  userDataDir: string,
  { storage, network }: Settings,
): Promise<Browser> {
  const proxy = {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': 9,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': 9,
  };
  // The driver would let files read each other.
  const extraPrefsFirefox = {
    'security.fileuri.strict_origin_policy': true,
    ...(storage ? {} : { 'network.cookie.cookieBehavior': 2 }),
    ...(network ? {} : proxy),
  };
  return puppeteer.launch({ ...common, browser: 'firefox', executablePath, userDataDir, extraPrefsFirefox });
}

/** Where a person opens tabs. */
interface Tabs {
  tabs: Pick<Browser, 'newPage'>;
  /** The browser’s process. */
  pid: number;
}
type Begin = (...of: Parameters<typeof startChromium>) => Promise<Tabs & { end: () => Promise<void> }>;

/** Each person in a browser of their own. */
const own =
  (start: typeof startChromium): Begin =>
  async (...of) => {
    const browser = await start(...of);
    return { tabs: browser, pid: browser.process()!.pid!, end: () => browser.close() };
  };

/** One Chromium without windows for the files of a worker, which ends with it. */
let running: Promise<Browser> | undefined;
/** Each person in a profile of their own, which is in memory only. */
const shared: Begin = async (_path, _profile, { network }) => {
  running ??= puppeteer.launch({
    ...common,
    headless: 'shell',
    pipe: true,
    executablePath: shellPath!,
    args: chromiumArguments,
  });
  const browser = await running;
  const context = await browser.createBrowserContext(network ? {} : { proxyServer: 'http://127.0.0.1:9' });
  return { tabs: context, pid: browser.process()!.pid!, end: () => context.close() };
};

async function personIn({ tabs, pid }: Tabs, place: Place, folder: string): Promise<Person> {
  const faults: string[] = [];
  const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  const newTab = async (): Promise<Page> => {
    const tab = await tabs.newPage();
    // Leaving words that are not kept asks first; this person leaves.
    tab.on('dialog', (dialog) => void dialog.accept());
    tab.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    tab.on('pageerror', (error) => faults.push(String(error)));
    // Firefox gives up what a page still asks for when it is left.
    tab.on(
      'requestfailed',
      (request) =>
        request.failure()?.errorText !== 'NS_BINDING_ABORTED' &&
        faults.push(`${request.failure()?.errorText ?? 'failed'}: ${request.url()}`),
    );
    tab.on(
      'request',
      (request) =>
        !request.url().startsWith(place.address) &&
        !/^(data|blob|about):/.test(request.url()) &&
        faults.push(`asked ${request.url()}`),
    );
    return tab;
  };
  const person: Person = {
    place,
    faults,
    tab: await newTab(),
    async open(path) {
      // What was written last is kept a moment later; who leaves before is asked by the browser.
      const writes = await person.tab.evaluate(() => document.querySelector('keep-bar') !== null).catch(() => true);
      if (writes) await pause(700);
      await person.tab.goto(place.at(path));
    },
    async tabTo(selector) {
      const { keyboard } = person.tab;
      // Never past the end of the page: there the keys go to the browser, as they do for a person.
      const look = (jump = false) =>
        person.tab.evaluate(
          ([wanted, jump]) => {
            const here = document.activeElement ?? document.body;
            const isAfter = (one: Element, other: Element): boolean =>
              (other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
            const targets = [...document.querySelectorAll(wanted)];
            const next = targets.find((one) => isAfter(one, here));
            const goal = next ?? targets.at(-1);
            const stops = [
              ...document.querySelectorAll<HTMLElement>(
                'a[href], button:enabled, input:enabled, select, textarea, summary',
              ),
            ].filter(({ tabIndex }) => tabIndex >= 0);
            const between = stops.filter(
              (one) =>
                goal &&
                (next ? isAfter(one, here) && isAfter(goal, one) : isAfter(here, one) && isAfter(one, goal)) &&
                one.checkVisibility({ visibilityProperty: true }),
            );
            // To within a few stops, as if each had been pressed.
            if (jump && between.length > 6) (between.at(next ? -4 : 3) as HTMLElement).focus();
            return { isThere: here.matches(wanted), isBehind: !next, between: jump ? 0 : between.length };
          },
          [selector, jump] as const,
        );
      // Every night each stop on the way is one press.
      const first = await look(!isNightly);
      let { isBehind } = first;
      for (let presses = 0; presses < 900;) {
        // Quickly over most of what stands between, then step by step: nobody looks at each stop.
        const times = presses === 0 ? Math.max(1, first.between - 3) : 1;
        presses += times;
        if (isBehind) await keyboard.down('Shift');
        await Promise.all(Array.from({ length: times }, () => keyboard.press('Tab')));
        if (isBehind) await keyboard.up('Shift');
        const now = await look();
        if (now.isThere) return;
        ({ isBehind } = now);
      }
      throw new Error(`the Tab key never reaches ${selector}`);
    },
    async press(...keys) {
      for (const key of keys) await person.tab.keyboard.press(key as 'Enter');
    },
    type: (text) => person.tab.keyboard.type(text),
    async write(selector, text) {
      await person.tabTo(selector);
      await person.tab.evaluate(() => (document.activeElement as HTMLInputElement).select());
      await person.type(text);
    },
    async until(what, holds, argument = '') {
      for (let tries = 0; tries < 1200; tries++) {
        // A page that is being left answers with an error.
        if (await person.tab.evaluate(holds, argument).catch(() => false)) return;
        await pause(50);
      }
      throw new Error(`this never came: ${what}`);
    },
    async keep() {
      await person.tabTo('[data-do=keep]');
      await person.press('Enter');
      await person.until('the words are kept', () => document.querySelector('keep-bar')!.hasAttribute('data-kept'));
      await person.until('they are on the device', () =>
        /^Kept on this device\.(?! Saving)/.test(document.querySelector('keep-bar [data-state]')!.textContent),
      );
    },
    async save(work) {
      await person.tab.evaluate(() => {
        // The policy of the site forbids fetching a blob: it is taken where it is made.
        const saved = globalThis as typeof globalThis & { saved?: { name: string; bytes: string } | undefined };
        saved.saved = undefined;
        let blob = new Blob();
        const create = URL.createObjectURL.bind(URL);
        URL.createObjectURL = (made) => create((blob = made as Blob));
        HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
          const { download } = this;
          void blob.arrayBuffer().then(
            (buffer) =>
              (saved.saved = {
                name: download,
                bytes: btoa(Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join('')),
              }),
          );
        };
      });
      await work();
      await person.until('a saved file', () => (globalThis as { saved?: unknown }).saved !== undefined);
      const { name, bytes } = await person.tab.evaluate(
        () => (globalThis as unknown as { saved: { name: string; bytes: string } }).saved,
      );
      const path = join(folder, name);
      writeFileSync(path, Buffer.from(bytes, 'base64'));
      return { name, path };
    },
    text: (selector) =>
      person.tab.evaluate(
        (wanted) => (document.querySelector(wanted) as HTMLElement | null)?.innerText ?? '',
        selector,
      ),
    value: (selector) =>
      person.tab.evaluate((wanted) => document.querySelector<HTMLInputElement>(wanted)!.value, selector),
    another: () => personIn({ tabs, pid }, place, folder),
    async crash() {
      endContentProcesses(pid);
      // A browser takes a moment to notice.
      await pause(1000);
      person.tab = await newTab();
    },
  };
  return person;
}

/** Kills what a browser draws pages with, wherever it stands in the tree of its processes. */
function endContentProcesses(browser: number): void {
  const all = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .flatMap((line) => {
      const [, pid, parent, words = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
      return pid ? [{ pid: Number(pid), parent: Number(parent), words }] : [];
    });
  const below = (id: number): typeof all =>
    all.filter(({ parent }) => parent === id).flatMap((one) => [one, ...below(one.pid)]);
  const drawing = below(browser).filter(({ words }) => /--type=renderer| -contentproc .* tab$/.test(words));
  if (drawing.length === 0) throw new Error('no process draws pages');
  for (const { pid } of drawing) process.kill(pid, 'SIGKILL');
}
