/**
 * Every kind of widget as a screen reader gets it, in files that a person can read (`spoken/`). When one differs, read it aloud:
 * if it says the same or says it better, `vitest run -u` keeps it.
 */
import { expect, it } from 'vitest';
import { isNightly } from '../nightly.ts';
import { inBrowser, useSite } from './browser.ts';
import { spoken } from './spoken.ts';

interface Widget {
  path: string;
  selector: string;
  /** Lines. */
  most: number;
  /** What is pressed before. */
  press?: string;
  /** What comes after that. */
  until?: string;
}
const log = 'forms/attendance-log/';
const agreement = 'templates/memorandum-of-understanding/';
const byDay: Record<string, Widget> = {
  'steps to tick': { path: 'checklists/phase-1/', selector: 'step-tool [data-group]', most: 14 },
  'template to fill in': { path: agreement, selector: 'template-tool', most: 40 },
};
const atNight: Record<string, Widget> = {
  'form to fill in': { path: 'forms/annual-summary/', selector: 'form-tool .scroll', most: 40 },
  'chart of bars': { path: 'library/how-the-toolkits-were-made/', selector: '#survey-shares', most: 20 },
  'chart of answers': { path: 'library/how-the-toolkits-were-made/', selector: '#task-force-size', most: 12 },
  'chart of periods': { path: 'library/los-angeles/', selector: '#los-angeles-timeline', most: 12 },
  map: { path: 'library/task-forces/', selector: 'figure.map', most: 8 },
  'rows of a log': { path: log, selector: 'form-tool tbody tr', most: 32 },
  'roster and its gaps': { path: 'rosters/members/', selector: 'roster-tool', most: 40 },
  'plan with dates': { path: 'timelines/first-18-months/', selector: 'plan-tool', most: 32 },
  'grid of agencies': { path: 'toolkits/structure/', selector: 'agency-grid', most: 30 },
  'packet builder': { path: 'packet/', selector: 'packet-builder', most: 14 },
  'my task force': { path: 'my-task-force/', selector: 'main', most: 40 },
  'owner of a step': { path: 'checklists/phase-1/', selector: 'step-tool [data-group]', most: 26, press: '.more' },
  'keep bar': { path: log, selector: 'keep-bar', most: 20, press: 'keep-bar summary' },
  'menu of files': { path: log, selector: 'details.files', most: 24, press: '.files > summary' },
  search: { path: '', selector: 'dialog.search', most: 14, press: '.search-button', until: 'dialog.search li a' },
  interview: { path: agreement, selector: '.interview', most: 18, press: '[data-action=interview]' },
  slides: { path: 'toolkits/structure/present/', selector: 'body', most: 28 },
  'leave this page': { path: 'help/', selector: '.leave', most: 6 },
};

inBrowser('what is spoken of', () => {
  const site = useSite();

  it.each(Object.entries(isNightly ? { ...byDay, ...atNight } : byDay))(
    'the %s',
    async (name, { path, selector, most, press, until }) => {
      const { page } = await site.open(path, { reducedMotion: 'reduce' });
      // What becomes a tool when it is ready.
      await page.waitForFunction(() => document.querySelectorAll(':not(:defined)').length === 0);
      if (press) await page.locator(press).first().click();
      if (until) await page.locator(until).first().waitFor();
      // How large a file is changes with each change of its words.
      const words = (await spoken(page, selector, most)).replace(/\b[\d.]+ (KB|MB)\b/g, '… $1');
      await expect(words).toMatchFileSnapshot(`spoken/${name}.txt`);
    },
  );
});
