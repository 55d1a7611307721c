/**
 * Runs the page checks of Ace, the accessibility checker for EPUB, in the Chromium of this machine. Ace itself
 * brings a browser of its own, which it would download.
 */
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ace, { type AxeRunner, type AceReport } from '@daisy/ace-core';
import { chromium, type BrowserContext } from 'playwright-core';
import { newFolder } from '../../scratch.ts';

/** What a page of the book gives its checks to. */
declare const window: { daisy: { ace: { run(done: (error: unknown, result: unknown) => void): void } } };

function runnerOf(executablePath: string): AxeRunner {
  let context: BrowserContext;
  return {
    concurrency: 2,
    setTimeout: () => undefined,
    async launch() {
      const browser = await chromium.launch({
        executablePath,
        args: [
          '--no-sandbox',
          '--disable-gpu',
          '--no-first-run',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
        ],
      });
      context = await browser.newContext();
    },
    close: () => context.browser()!.close(),
    async run(url, scripts, contents) {
      const page = await context.newPage();
      try {
        await page.route(/^https?:/, (route) => route.abort());
        await page.goto(url);
        for (const content of [...contents, ...scripts.map((path) => readFileSync(path, 'utf8'))])
          await page.evaluate(content);
        return await page.evaluate(
          () =>
            new Promise((resolve, reject) =>
              window.daisy.ace.run((error, result) => (error ? reject(error) : resolve(result))),
            ),
        );
      } finally {
        await page.close();
      }
    },
  };
}

/** What Ace finds in a book: one line for each violation, with its rule, its page and the place in it. */
export async function violationsIn(epub: Uint8Array, executablePath: string): Promise<string[]> {
  const folder = newFolder('ace');
  const file = join(folder, 'book.epub');
  await writeFile(file, epub);
  const [, report] = await ace(
    file,
    { cwd: folder, outdir: join(folder, 'report'), doNotReportMedia: true, silent: true, initLogger: true },
    runnerOf(executablePath),
  );
  return problemsOf(report);
}

function problemsOf(report: AceReport): string[] {
  return report.assertions.flatMap(({ 'earl:testSubject': page, assertions }) =>
    assertions.map(
      ({ 'earl:test': test, 'earl:result': result }) =>
        `${page.url}: ${test['dct:title']} (${test['earl:impact']}): ${result['html']?.slice(0, 200) ?? result['dct:description']}`,
    ),
  );
}
