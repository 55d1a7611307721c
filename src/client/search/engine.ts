/**
 * The search as a classic script of its own (`exporters/search.js`), loaded when the dialog opens: modules and workers fail where
 * the site is opened from a folder. The build bundles this file with the small index.
 */
import json from 'search-index';
import { loadScript } from '../shell/load-script.ts';
import { siteRoot } from '../shell/site.ts';
import { work } from './controller.ts';
import type { IndexData } from './index-data.ts';
import { holdsPhrase } from './excerpts.ts';
import { Search } from './search.ts';

// Browsers read JSON in a string faster than the same as a program.
const data = JSON.parse(json) as IndexData;

let pagefind: ReturnType<NonNullable<NonNullable<typeof globalThis.csec>['fullText']>> | undefined;
const urls = new Map(data.pages.map(({ text, url }) => [text, url]));

async function fullText(words: string): Promise<ReadonlyMap<string, number>> {
  pagefind ??= loadScript(new URL('exporters/full-text.js', siteRoot()).href).then(() => globalThis.csec!.fullText!());
  pagefind.catch(() => (pagefind = undefined));
  const found = await (await pagefind)(words);
  return new Map(found.map(([text, score]) => [urls.get(text)!, score]));
}

const search = new Search(data, fullText, holdsPhrase);
(globalThis.csec ??= {}).search = search;
const dialog = document.querySelector<HTMLDialogElement>('dialog.search');
if (dialog) work(dialog, search);
