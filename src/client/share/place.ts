/** The addresses of a place, and how to cite it. */
import { setName } from '../../schemas/names.ts';

/** What a page knows of itself. */
export interface PageFacts {
  title: string;
  /** The day of its last review, YYYY-MM-DD. */
  reviewed?: string | undefined;
  /** The same day in words. */
  reviewedOn?: string | undefined;
  /** Its path from the root of the site: `toolkits/chair/`. */
  path: string;
  /** The root of the site on the web, when this copy knows it. */
  root?: string | undefined;
  /** Of a toolkit: its number, which is its short address. */
  number?: string | undefined;
}
export interface Place {
  page: PageFacts;
  /** Empty for the page itself. */
  anchor: string;
  /** What it is called. */
  name: string;
}

const inFolder = (path: string): string => path.replace(/(^|\/)$/, '$1index.html');
const at = ({ page, anchor }: Place, path: string): string =>
  (page.root === undefined ? inFolder(path) : page.root + path) + (anchor && `#${anchor}`);

/** The address of a place; where none is known, the name of its file in the folder. */
export const linkTo = (place: Place): string => at(place, place.page.path);

/** The address of a place without menus and buttons, where one is known: for a frame, a projector. */
export const bareLinkTo = (place: Place): string => at(place, `${place.page.path}?view=bare`);

/** The short address of a place of a toolkit: `https://…/6/#judges`. */
export const shortLinkTo = (place: Place): string | undefined =>
  place.page.number && at(place, `${place.page.number}/`);

const ended = (title: string): string => (/[.?!]$/.test(title) ? title : `${title}.`);

/** A place cited in plain words. */
export function citation(place: Place): string {
  const { page, anchor, name } = place;
  return [
    anchor && `“${ended(name)}” In:`,
    `“${ended(page.title)}” ${setName}.`,
    page.reviewedOn && `Reviewed ${page.reviewedOn}.`,
    page.root !== undefined && linkTo(place),
  ]
    .filter(Boolean)
    .join(' ');
}

/** Letters that mean something to BibTeX. */
const forBibtex = (text: string): string => text.replace(/[&%$#_{}]/g, '\\$&');

/** The page for reference managers that read BibTeX. */
export function bibtex(page: PageFacts): string {
  const fields = [
    ['title', `{${forBibtex(page.title)}}`],
    ['organization', forBibtex(setName)],
    ['year', page.reviewed?.slice(0, 4)],
    ['note', page.reviewedOn && `Reviewed ${page.reviewedOn}`],
    ['url', page.root === undefined ? undefined : page.root + page.path],
  ].flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []));
  const key = page.path.replace(/\/$/, '').replace(/[^a-z0-9]+/gi, '-') || 'home';
  return `@misc{csec-${key},\n${fields.join(',\n')}\n}\n`;
}

/** The page for reference managers that read RIS. */
export function ris(page: PageFacts): string {
  const lines = [
    ['TY', 'ELEC'],
    ['TI', page.title],
    ['T2', setName],
    ['PY', page.reviewed?.slice(0, 4)],
    ['DA', page.reviewed?.replaceAll('-', '/')],
    ['UR', page.root === undefined ? undefined : page.root + page.path],
  ].flatMap(([tag, value]) => (value ? [`${tag}  - ${value}`] : []));
  return `${[...lines, 'ER  - '].join('\r\n')}\r\n`;
}
