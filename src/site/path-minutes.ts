/** How long the pages of a path take to read, counted from their words. */
import type { Inline } from '../prose/tree.ts';
import { collections, type Site } from '../schemas/index.ts';
import { pullOutKinds } from '../schemas/kinds.ts';
import { readingMinutes } from './page.ts';

/** Minutes for all pages that the steps of a path link to. */
export function pathMinutes(site: Site, path: readonly (readonly Inline[])[]): number {
  const addresses = new Set(path.flatMap((step) => step.flatMap(linksIn)));
  const kinds = ['toolkits', 'library', 'pages', ...pullOutKinds] as const;
  const words = kinds.flatMap((kind) =>
    Object.entries(site[kind]).flatMap(([id, entry]) =>
      addresses.has(collections[kind].address(id)) ? wordsIn(entry) : [],
    ),
  );
  return readingMinutes({ words: words.reduce((sum, count) => sum + count, 0) });
}

function linksIn(node: Inline): string[] {
  const own = node.kind === 'link' && 'href' in node ? [String(node.href).replace(/#.*$/, '')] : [];
  return [...own, ...('children' in node ? (node.children as Inline[]).flatMap(linksIn) : [])];
}

/** The words of the texts within an entry. */
function wordsIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + wordsIn(one), 0);
  if (typeof value !== 'object' || value === null) return 0;
  const node = value as { kind?: unknown; text?: unknown };
  const own = node.kind === 'text' && typeof node.text === 'string' ? node.text.split(/\s+/).filter(Boolean).length : 0;
  return Object.values(value).reduce<number>((sum, one) => sum + wordsIn(one), own);
}
