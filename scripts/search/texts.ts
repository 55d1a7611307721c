/** The texts that Pagefind keeps of a built site's pages, one compressed JSON file a page, with the places of their headings. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, strFromU8 } from 'fflate';

/** What Pagefind keeps of a page, as far as it is used here. */
export interface PageText {
  /** The file's name. */
  file: string;
  /** Its size. */
  bytes: number;
  url: string;
  content: string;
  meta: { title?: string; type?: string };
  anchors: { element: string; id: string; text: string; location: number }[];
}
/** Stands before the JSON of each of Pagefind's files. */
const signature = 'pagefind_dcd';

/** Reads the texts of all pages, in the order of their addresses. */
export function readTexts(pagefind: string): PageText[] {
  const folder = join(pagefind, 'fragment');
  return readdirSync(folder)
    .map((file) => {
      const packed = readFileSync(join(folder, file));
      const text = strFromU8(gunzipSync(packed));
      if (!text.startsWith(signature))
        throw new Error(`pagefind/fragment/${file} is no text of Pagefind as we know them.`);
      return {
        file,
        bytes: packed.length,
        ...(JSON.parse(text.slice(signature.length)) as Omit<PageText, 'file' | 'bytes'>),
      };
    })
    .sort((a, b) => (a.url < b.url ? -1 : 1));
}

export interface Section {
  id: string;
  heading: string;
  text: string;
}

/** A page's top and what stands below each of its headings. */
export function sectionsOf({ content, anchors }: PageText): Section[] {
  const words = content.split(/\s+/);
  const headings = anchors
    .filter(({ element, id, text }) => /^h[1-6]$/.test(element) && id !== '_top' && text.trim())
    .sort((a, b) => a.location - b.location);
  const starts = [0, ...headings.map(({ location }) => location)];
  return starts.map((start, number) => ({
    id: headings[number - 1]?.id ?? '',
    heading: headings[number - 1]?.text ?? '',
    text: words.slice(start, starts[number + 1]).join(' '),
  }));
}
