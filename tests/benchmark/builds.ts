/** What an author waits for: builds of a copy of the project, and `npm run dev` on its content. Times depend on the machine. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { DevServer } from '../dev/dev-server.ts';
import { shellPath } from '../programs.ts';
import { copyProject } from '../site/project-copy.ts';

/** The text that is edited, what is replaced in it, and the page that shows it. */
const edited = { file: 'toolkits/chair.mdx', from: 'The chair brings new members on board.', page: 'toolkits/chair/' };
const other = 'The chair welcomes new members.';

/** Prints how long something took, as a share of its goal. */
async function time(what: string, goal: number, work: () => void | Promise<void>): Promise<void> {
  const start = performance.now();
  await work();
  const seconds = (performance.now() - start) / 1000;
  console.log(
    `${what.padEnd(58)} ${seconds.toFixed(1).padStart(7)} s  ${(seconds / goal).toFixed(2)} of ${goal} s, the goal`,
  );
}

const copy = mkdtempSync(join(tmpdir(), 'builds-'));
copyProject(copy);
const server = new DevServer(copy);
const build = () => void execFileSync('npm', ['run', 'build'], { cwd: copy, stdio: 'pipe' });
await time('npm run build, from nothing', 40, build);
server.edit(edited.file, edited.from, other);
await time('npm run build, one text of a toolkit edited', 10, build);
await time('npm run build, nothing changed', 5, build);

const browser = shellPath ? await chromium.launch({ executablePath: shellPath, args: ['--no-sandbox'] }) : undefined;
try {
  await time('npm run dev, until it serves', 3, () => server.start());
  if (!browser) console.log('No Chromium is installed: the pages of npm run dev were not measured.');
  else {
    const page = await browser.newPage();
    const shows = (words: string): Promise<boolean> =>
      page
        .evaluate((text) => document.querySelector('article')?.innerText.includes(text) ?? false, words)
        // While it loads again there is nothing to see.
        .catch(() => false);
    const until = async (words: string): Promise<void> => {
      while (!(await shows(words))) await setTimeout(20);
    };
    await time('… its first page', 3, async () => {
      await page.goto(server.address + edited.page, { timeout: 100_000 });
      await until(other);
    });
    await time('… from a save to the words on the page', 1, () => {
      server.edit(edited.file, other, edited.from);
      return until(edited.from);
    });
  }
} finally {
  await browser?.close();
  await server.stop();
}
