/**
 * The one pass that makes an Office file (Word, Excel, PowerPoint) reproducible: its ZIP entries sorted and without the time of
 * writing, and random relationship ids numbered instead. Runs in the browser, too.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Changes the text of one XML part, named by its path in the ZIP: `word/document.xml`. Returns it unchanged when there is nothing to do. */
export type Edit = (path: string, xml: string) => string;

/** ZIP entries carry local time without a zone, so a local date gives the same bytes everywhere; noon exists in every zone. */
const mtime = new Date(1980, 0, 1, 12);
const first = ['[Content_Types].xml', '_rels/.rels'];

/**
 * The same Office file with bytes that depend on its content only.
 * @param edit a last change to each XML part, before relationship ids are renamed
 * @param more XML parts to add, by their paths
 */
export function reproducible(
  bytes: Uint8Array,
  edit: Edit = (_path, xml) => xml,
  more: Readonly<Record<string, string>> = {},
): Uint8Array {
  const entries = Object.entries(unzipSync(bytes)).filter(([path]) => !path.endsWith('/'));
  for (const [path, xml] of Object.entries(more)) entries.push([path, strToU8(xml)]);
  const texts = new Map<string, string>();
  for (const [path, data] of entries) if (/\.(xml|rels|vml)$/.test(path)) texts.set(path, edit(path, strFromU8(data)));
  for (const [path, xml] of texts) {
    const source = sourceOf(path);
    if (!source) continue;
    const names = renamed(xml);
    texts.set(path, rename(xml, names));
    const user = texts.get(source);
    if (user !== undefined) texts.set(source, rename(user, names));
  }
  const rank = (path: string) => first.indexOf(path) + 1 || first.length + 1;
  const paths = entries.map(([path]) => path).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const data = new Map(entries);
  return zipSync(
    Object.fromEntries(paths.map((path) => [path, texts.has(path) ? strToU8(texts.get(path)!) : data.get(path)!])),
    // The highest level takes half as long again for one part in a hundred.
    { mtime, level: 6 },
  );
}

/** An edit that gives the file’s properties one date. @param day YYYY-MM-DD */
export function dated(day: string): Edit {
  return (path, xml) =>
    path === 'docProps/core.xml'
      ? xml.replace(/(<dcterms:(created|modified)\b[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`)
      : xml;
}

/** `word/_rels/document.xml.rels` → `word/document.xml`; undefined for parts that hold no relationships. */
function sourceOf(path: string): string | undefined {
  const [, folder, name] = /^(.*)_rels\/(.*)\.rels$/.exec(path) ?? [];
  return name === undefined ? undefined : `${folder}${name}`;
}

/** A number for each relationship whose id is not `rId` and a number, in the order of the file. */
function renamed(rels: string): Map<string, string> {
  const ids = [...rels.matchAll(/\sId="([^"]*)"/g)].map(([, id]) => id!);
  const numbers = ids.flatMap((id) => /^rId(\d+)$/.exec(id)?.[1] ?? []).map(Number);
  const start = Math.max(0, ...numbers) + 1;
  return new Map(ids.filter((id) => !/^rId\d+$/.test(id)).map((id, index) => [id, `rId${start + index}`]));
}

/** Attributes that name a relationship. The old ids are random, so no words of the text look like them. */
function rename(xml: string, names: ReadonlyMap<string, string>): string {
  return names.size === 0
    ? xml
    : xml.replace(/(\s(?:r:\w+|Id)=")([^"]*)"/g, (whole, start: string, id: string) =>
        names.has(id) ? `${start}${names.get(id)}"` : whole,
      );
}
