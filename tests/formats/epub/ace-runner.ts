/**
 * Runs the page checks of Ace, the accessibility checker for EPUB, in the Chromium of this machine. Ace itself
 * brings a browser of its own, which it would download.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ace, { type AxeRunner, type AceReport } from '@daisy/ace-core';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { chromiumArguments } from '../../browser/browser.ts';
import { newFolder } from '../../scratch.ts';

/** What a page of the book gives its checks to. */
declare const window: { daisy: { ace: { run(done: (error: unknown, result: unknown) => void): void } } };

function runnerOf(executablePath: string): AxeRunner {
  let context: BrowserContext;
  /** Pages that have shown a chapter. They know its scripts, a megabyte, which a new page reads anew. */
  const idle: Page[] = [];
  const newPage = async (scripts: readonly string[], contents: readonly string[]): Promise<Page> => {
    const page = await context.newPage();
    for (const content of contents) await page.addInitScript({ content });
    for (const path of scripts) await page.addInitScript({ path });
    return page;
  };
  return {
    concurrency: 2,
    setTimeout: () => undefined,
    async launch() {
      const browser = await chromium.launch({ executablePath, args: chromiumArguments });
      context = await browser.newContext();
      await context.route(/^https?:/, (route) => route.abort());
    },
    close: () => context.browser()!.close(),
    async run(url, scripts, contents) {
      const page = idle.pop() ?? (await newPage(scripts, contents));
      try {
        await page.goto(url);
        return await page.evaluate(
          () =>
            new Promise((resolve, reject) =>
              window.daisy.ace.run((error, result) => (error ? reject(error) : resolve(result))),
            ),
        );
      } finally {
        idle.push(page);
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
