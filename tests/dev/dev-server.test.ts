import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { itAtNight } from '../nightly.ts';
import { chromiumArguments } from '../browser/browser.ts';
import { shellPath } from '../programs.ts';
import { lineOf } from '../root.ts';
import { DevServer } from './dev-server.ts';

const text = 'toolkits/sample.mdx';
const shown = { timeout: 20_000, interval: 200 };

describe.runIf(shellPath)('npm run dev', () => {
  const server = new DevServer();
  let browser: Browser;
  let page: Page;
  /** Looks at the open page; while it loads again there is nothing to see. */
  const look = (at: () => string, on = page): Promise<string> => on.evaluate(at).catch(() => 'loading');
  /** What a page shows of a mistake; empty when it shows none. */
  const message = (on = page) =>
    look(() => document.querySelector('vite-error-overlay')?.shadowRoot?.textContent ?? '', on);
  const words = () => look(() => document.querySelector('article')?.innerText ?? '');

  beforeAll(async () => {
    await server.start();
    browser = await chromium.launch({ executablePath: shellPath!, args: chromiumArguments });
    page = await browser.newPage();
    await page.goto(`${server.address}toolkits/sample/`, { timeout: 100_000 });
  });
  afterAll(async () => {
    await browser?.close();
    await server.stop();
  });

  it('shows the saved words, in the served page and in an open one, time and again', async () => {
    await expect.poll(words, shown).toContain('A heading');
    for (const [from, to] of [
      ['A heading', 'Newer words'],
      ['Newer words', 'Newest words'],
    ] as const) {
      server.edit(text, from, to);
      await expect.poll(words, shown).toContain(to);
      expect(await server.page('toolkits/sample/')).toContain(`${to}<`);
    }
    server.edit(text, 'Newest words', 'A heading');
    await expect.poll(words, shown).toContain('A heading');
  });

  it('numbers a source that is new as its own note, on each page that is asked for', async () => {
    const before = 'Words with **strong**';
    server.edit(text, before, `Cited.<Cite source="slides" at="A new place" /> ${before}`);
    await expect.poll(words, shown).toContain('Cited.');
    // The first mark of the text, and the note that it leads to.
    const note = () =>
      look(() => {
        const mark = document.querySelector<HTMLAnchorElement>('article > p sup.cite a')!;
        return document.getElementById(mark.hash.slice(1))?.textContent ?? 'no note';
      });
    await expect.poll(note, shown).toContain('A new place');
    // The server may just load it anew by itself.
    await page.reload().catch(() => page.waitForLoadState());
    expect(await note()).toContain('A new place');
    server.edit(text, `Cited.<Cite source="slides" at="A new place" /> ${before}`, before);
    await expect.poll(words, shown).not.toContain('Cited.');
  });

  it('shows what changes in frontmatter, in a pull-out and in a term, on every page that has it', async () => {
    server.edit(text, 'The sample "toolkit"', 'The renamed toolkit');
    server.edit('checklists/steps.yaml', 'title: Steps', 'title: Renamed steps');
    await expect.poll(words, shown).toContain('The renamed toolkit');
    await expect.poll(words, shown).toContain('Renamed steps');
    expect(await server.page('')).toContain('The renamed toolkit');
  });

  it('says where a mistake is and how to mend it, and stops saying so when it is mended', async () => {
    const line = lineOf(text, 'Words with **strong**');
    server.edit(text, 'Words with **strong**', '{1 + 1} words with **strong**');
    const fault = `content/${text}:${line}: {1 + 1} would be a program. Write the words themselves`;
    await expect.poll(() => message(), shown).toContain(fault);
    expect(server.said).toContain(fault);
    expect(await server.page('toolkits/sample/')).not.toContain('2 words with');
    server.edit(text, '{1 + 1} words with **strong**', 'Mended words with **strong**');
    await expect.poll(() => message(), shown).toBe('');
    await expect.poll(words, shown).toContain('Mended words with strong');
  });

  it('words what the compiler of MDX stumbles over, too, and goes on saying it', async () => {
    server.edit(text, '</Callout>', '');
    const fault = `content/${text}:${lineOf(text, '<Callout kind="law"')}: <Callout> is not closed.`;
    await expect.poll(() => server.said, shown).toContain(fault);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await expect.poll(() => message(), shown).toContain(fault);
    server.edit(text, '- A point\n', '- A point\n</Callout>\n');
    await expect.poll(() => message(), shown).toBe('');
  });

  itAtNight('says so on a page that is opened later, and lets go when the words are again as they were', async () => {
    server.edit('checklists/steps.yaml', 'audience: [', 'audience: [nobody, ');
    await expect.poll(() => server.said, shown).toContain('unknown role `nobody`');
    // The open page may just be loaded anew by the server.
    const later = await browser.newPage();
    await later.goto(`${server.address}glossary/`);
    // The overlay draws what stands in backticks as code.
    await expect.poll(() => message(later), shown).toMatch(/content\/checklists\/steps\.yaml:7: unknown role nobody\./);
    server.edit('checklists/steps.yaml', 'audience: [nobody, ', 'audience: [');
    await expect.poll(() => message(later), shown).toBe('');
    await expect.poll(() => message(), shown).toBe('');
  });

  it('says that it has to be started again when what reads the texts has changed', async () => {
    server.edit('../src/prose/remark-plugins.ts', "{ scope: 'row' }", "{ scope: 'row', lang: 'en' }");
    await expect
      .poll(() => server.said, shown)
      .toContain('remark-plugins.ts belongs to what reads the texts: start npm run dev again');
    server.edit('../src/prose/remark-plugins.ts', "{ scope: 'row', lang: 'en' }", "{ scope: 'row' }");
  });

  it('does not warn of collections', () => {
    expect(server.said).toContain('[200] /toolkits/sample/');
    expect(server.said).not.toMatch(/does not exist or is empty/);
  });
});
