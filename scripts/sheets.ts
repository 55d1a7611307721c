/**
 * Puts the sheets of each page in order, and joins those that follow each other: Starlight's for paper and ours, and those of a tool.
 * Browsers ask for every sheet that a page names.
 */
import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attribute, readText, type Element } from './html.ts';
import type { Page, Pass } from './pages.ts';

/** For paper; `site.css`; `text.css`; or of some pages only. The two of the site are in every cache: they stay as they are. */
type Kind = 'print' | 'site' | 'text' | 'own';
interface Sheet {
  kind: Kind;
  path: string;
  element: Element;
}

/** The pass that arranges the sheets of each page under a folder, and takes away those that no page names any more. */
export function sheets(site: string): Pass {
  const joined = new Set<string>();
  const named = new Set<string>();
  const kinds = new Map<string, Kind>();
  const kindOf = (path: string): Kind => {
    const kind = kinds.get(path) ?? kindOfStyles(readText(site, path));
    kinds.set(path, kind);
    return kind;
  };
  const sheetOf = (element: Element): Sheet => {
    const path = attribute(element, 'href')!.slice(1);
    return { element, path, kind: attribute(element, 'media') === 'print' ? 'print' : kindOf(path) };
  };
  return {
    page(page) {
      const all = sheetsOf(page).map(sheetOf);
      putTextBehindSite(page, all);
      for (const run of runsOf(all)) {
        const css = run.map(({ path }) => readText(site, path)).join('\n');
        const name = `_astro/${run[0]!.kind}-${createHash('sha256').update(css).digest('hex').slice(0, 8)}.css`;
        writeFileSync(join(site, name), css);
        for (const { path, element } of run) {
          joined.add(path);
          page.remove(element);
        }
        put(page, placeOf(run[0]!), name, run[0]!.kind);
      }
      for (const { element, path } of all) if (!page.isGone(element) || kindOf(path) === 'text') named.add(path);
    },
    finish() {
      for (const sheet of joined) if (!named.has(sheet)) rmSync(join(site, sheet));
    },
  };
}

const sheetsOf = (page: Page): Element[] =>
  page.elements.filter((element) => element.tagName === 'link' && attribute(element, 'rel') === 'stylesheet');
const placeOf = ({ element }: Sheet): number => element.sourceCodeLocation!.startOffset;

/** The site's sheets have what no other has: the tokens, and what stands at the foot of a page. */
function kindOfStyles(css: string): Kind {
  if (css.includes('--measure:')) return 'site';
  return /\.foot\s*\{/.test(css) ? 'text' : 'own';
}

function put(page: Page, place: number, path: string, kind: Kind): void {
  const media = kind === 'print' ? ' media="print"' : '';
  page.text.appendLeft(place, `<link rel="stylesheet" href="${page.address(`/${path}`)}"${media}>`);
}

/** Our head names `text.css` before Astro names `site.css`. Where a text names it further down, it stays. */
function putTextBehindSite(page: Page, all: readonly Sheet[]): void {
  const [site, text] = [all.find(({ kind }) => kind === 'site'), all.find(({ kind }) => kind === 'text')];
  if (!site || !text || placeOf(text) > placeOf(site)) return;
  page.remove(text.element);
  put(page, site.element.sourceCodeLocation!.endOffset, text.path, 'text');
}

/** Sheets for paper, or of some pages, that follow each other, two or more. Others between them may rely on their order. */
function runsOf(all: readonly Sheet[]): Sheet[][] {
  const runs: Sheet[][] = [];
  for (const sheet of all) {
    if (sheet.kind !== 'text' && runs.at(-1)?.[0]?.kind === sheet.kind) runs.at(-1)!.push(sheet);
    else if (sheet.kind !== 'text') runs.push([sheet]);
  }
  return runs.filter((run) => run.length > 1);
}
