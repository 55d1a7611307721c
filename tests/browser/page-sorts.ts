/** The pages that tests look at, and how wide they want to be. */
import { inject } from 'vitest';
import { filesIn } from '../../scripts/html.ts';

/** The paths of all pages; short addresses lead on to one of them. */
export const allPages = (): string[] =>
  filesIn(inject('site'))
    .filter((file) => file.endsWith('index.html') && !/^\d\//.test(file))
    .map((file) => file.replace(/index\.html$/, ''));
/** One page of each sort, for the tests that take long. */
export const sorts = [
  '',
  'toolkits/structure/',
  'checklists/phase-1/',
  'duties/coordinator/',
  'templates/memorandum-of-understanding/',
  'forms/attendance-log/',
  'timelines/first-18-months/',
  'rosters/members/',
  'handouts/if-a-young-person-discloses/',
  'library/los-angeles/',
  'library/task-forces/',
  'library/how-the-toolkits-were-made/',
  'glossary/',
  'sources/',
  'sources/deck/',
  'help/',
  'pull-outs/',
  'packet/',
  'toolkits/coordinator/present/',
  'my-task-force/',
  'downloads/',
];

/** The width that a page asks for, as it is and with text spaced as in WCAG 1.4.12. */
export function widths(): [number, number] {
  const width = () => document.documentElement.scrollWidth;
  const before = width();
  const spaced = new CSSStyleSheet();
  spaced.replaceSync(
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }' +
      'p { margin-bottom: 2em !important }',
  );
  document.adoptedStyleSheets = [spaced];
  return [before, width()];
}
