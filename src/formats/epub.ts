/** E-book (EPUB 3.3): the whole set, one page of the book for each page of the site. */
import { strFromU8, strToU8, zipSync, type Zippable } from 'fflate';
import type { Document } from '../documents/document.ts';
import { exampleJobs } from '../documents/example-documents.ts';
import { wholeSet } from '../documents/site-documents.ts';
import { toolkitColors } from './epub/colors.ts';
import { coverImage, coverPage } from './epub/cover.ts';
import { navPage } from './epub/nav.ts';
import { packageFile } from './epub/package.ts';
import { partPage, titlePage } from './epub/page.ts';
import { xmlFile } from './epub/xml.ts';
import { h } from './markup/element.ts';
import { resolverOf } from './markup/places.ts';
import { drawingBoard } from './rasterizer.ts';
import type { Format, Job } from './writer.ts';

export const epub: Format<Document> = {
  extension: 'epub',
  name: 'EPUB',
  use: 'To read on a phone or an e-reader, with letters as large as you like.',
  mediaType: 'application/epub+zip',
  jobs(publication) {
    const job = (input: Document, address: string): Job<Document> => ({
      file: `${input.name}.epub`,
      title: input.title,
      address,
      input,
    });
    return [job(wholeSet(publication), '/'), ...exampleJobs(publication, job).slice(0, 1)];
  },
  async write(document, tools) {
    const draw = await drawingBoard(tools);
    const resolve = resolverOf(document, (part, anchor) =>
      anchor ? `${part.id}.xhtml#${anchor}` : `${part.id}.xhtml`,
    );
    const pages = [
      coverPage(document),
      titlePage(document),
      navPage(document),
      ...document.parts.map((part) => partPage(part, resolve)),
    ];
    return zipped({
      'META-INF/container.xml': container,
      'EPUB/package.opf': packageFile(document, pages, await identifierOf(document)),
      'EPUB/style.css': strFromU8(tools.read('./epub/style.css')) + toolkitColors(),
      'EPUB/cover.png': draw(coverImage(document), { fitTo: { mode: 'width', value: 800 } }).png,
      ...Object.fromEntries(pages.map(({ id, xhtml }) => [`EPUB/${id}.xhtml`, xhtml])),
    });
  },
};

const container = xmlFile(
  h(
    'container',
    { version: '1.0', xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container' },
    h(
      'rootfiles',
      {},
      h('rootfile', { 'full-path': 'EPUB/package.opf', 'media-type': 'application/oebps-package+xml' }),
    ),
  ),
);

/** The ZIP that readers expect: the media type first and as it is, then all files in the order of their names, without a time. */
function zipped(parts: Record<string, string | Uint8Array>): Uint8Array {
  const files: Zippable = { mimetype: [strToU8(epub.mediaType), { level: 0 }] };
  for (const path of Object.keys(parts).sort()) {
    const part = parts[path]!;
    files[path] = typeof part === 'string' ? strToU8(part) : part;
  }
  // ZIP entries carry local time without a zone: a local date gives the same bytes everywhere, and noon exists in every zone.
  return zipSync(files, { level: 9, mtime: new Date(1980, 0, 1, 12) });
}

/** The name space of web addresses (RFC 9562). */
const addresses = '6ba7b811-9dad-11d1-80b4-00c04fd430c8';

/** A UUID of version 5 from the address of the book, or from its name: every edition is the same book, told apart by its date. */
async function identifierOf({ url, name }: Document): Promise<string> {
  const space = addresses
    .replaceAll('-', '')
    .match(/../g)!
    .map((octet) => Number.parseInt(octet, 16));
  const hash = new Uint8Array(
    await crypto.subtle.digest('SHA-1', Uint8Array.of(...space, ...strToU8(url ?? name))),
  ).slice(0, 16);
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = [...hash].map((octet) => octet.toString(16).padStart(2, '0')).join('');
  return `urn:uuid:${hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}
