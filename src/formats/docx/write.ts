/**
 * Writes one document as a Word file. It runs in the browser too, so it knows no disk, no schemas and no maps: whoever can draw
 * hands in `rasterize`.
 */
import { Document as WordFile, Packer, type FileChild, type ICommentOptions } from 'docx';
import type { DocBlock, Document } from '../../documents/document.ts';
import { draftIn, type DraftPart } from '../../documents/draft.ts';
import { hueOf } from '../../documents/drawings.ts';
import { dated, reproducible } from '../office.ts';
import { atBlock } from '../writer.ts';
import { blocks } from './blocks.ts';
import { labelsOf } from './bookmarks.ts';
import { aboutPages, cover, draftTitle, head, partHead } from './front.ts';
import { commentsOf } from './guidance.ts';
import { sources } from './notes.ts';
import { agreement, annexes, bullets } from './numbering.ts';
import { withOptional } from './optional.ts';
import { counter, isNamesake, type Rasterize, type Setting } from './setting.ts';
import { ink, stylesOf } from './styles.ts';
import { endInFrame, sectionsOf } from './pages.ts';
import { oneLine } from './text.ts';
import { setName } from '../../schemas/names.ts';

export type { Rasterize } from './setting.ts';

/** What a document says, and the frame with the pages about a draft. */
interface Written {
  children: FileChild[];
  about?: FileChild;
  comments: ICommentOptions[];
}

/**
 * The bytes of the Word file: the same document gives the same bytes.
 * @param tools `rasterize` draws the figures; without it their words stand in their place. `guidance: false` leaves out what
 *   stands in and behind a draft to help with it
 * @throws Error naming the content file and the block
 */
export async function writeDocx(
  document: Document,
  { rasterize, guidance = true }: { rasterize?: Rasterize; guidance?: boolean } = {},
): Promise<Uint8Array> {
  const next = counter();
  const common = {
    labels: labelsOf(document),
    placed: new Map<string, string>(),
    next,
    comments: new Map(),
    clean: false,
    hue: hueOf(document.toolkit).slice(1),
    rasterize,
    place: 'text',
    depth: 0,
  } as const;
  const settings = document.parts.map((part, index): Setting => ({
    ...common,
    part,
    articles: index + 1,
    shift: isNamesake(part, document) ? 1 : 0,
  }));
  const sent = draftIn(document);
  const words: Written = sent
    ? draft(sent, settings[0]!, guidance)
    : { children: document.parts.length > 1 ? parts(document, settings) : single(settings[0]!), comments: [] };
  const bytes = await Packer.toArrayBuffer(fileOf(document, words, next));
  return reproducible(new Uint8Array(bytes), (path, xml) =>
    endInFrame(path, inEnglish(path, dated(document.reviewed)(path, xml))),
  );
}

/** A template on its own is ready to send out: what is about it stands in comments, and on pages behind it. Both can be left out. */
function draft(part: DraftPart, setting: Setting, guidance: boolean): Written {
  const { comments, options } = guidance ? commentsOf(setting) : { comments: new Map(), options: [] };
  const own: Setting = { ...setting, clean: true, comments };
  const children = [draftTitle(part, own), ...(guidance ? draftBlocks(own) : partBlocks(own))];
  const hasAbout = guidance && part.intro.length + part.notes.length > 0;
  return { children, comments: options, ...(hasAbout ? { about: aboutPages(setting, options.length > 0) } : {}) };
}

function single(setting: Setting): FileChild[] {
  return [...head(setting), ...partBlocks(setting), ...sources(setting)];
}

function parts(document: Document, settings: readonly Setting[]): FileChild[] {
  const texts = settings.map((setting) => [
    ...(setting.shift === 1 ? blocks(setting.part.intro, setting) : partHead(setting)),
    ...partBlocks(setting),
    ...sources(setting),
  ]);
  return [...cover(document, settings[0]!), ...texts.flat()];
}

/** The blocks of a part. @throws Error that names the content file and the block */
function partBlocks(setting: Setting): FileChild[] {
  return setting.part.blocks.flatMap((block) => written(block, setting));
}

/** The blocks of a draft: what is optional in controls of its own. */
function draftBlocks(setting: Setting): FileChild[] {
  return withOptional(setting.part.blocks, setting, (block) => written(block, setting));
}

function written(block: DocBlock, setting: Setting): FileChild[] {
  try {
    return blocks([block], setting);
  } catch (error) {
    throw atBlock(setting.part.file, setting.part.blocks.indexOf(block), block.kind, error);
  }
}

function fileOf(document: Document, { children, about, comments }: Written, next: () => number): WordFile {
  // What a task force sends out is its own, in black.
  const hue = draftIn(document) ? ink : hueOf(document.toolkit).slice(1);
  return new WordFile({
    title: oneLine(document.title),
    subject: oneLine(document.kicker),
    description: oneLine(document.promise),
    creator: setName,
    lastModifiedBy: setName,
    revision: 1,
    styles: stylesOf(hue),
    numbering: { config: [bullets, agreement, annexes] },
    ...(comments.length > 0 ? { comments: { children: comments } } : {}),
    sections: sectionsOf(document, children, about, next),
  });
}

/** States the language in the properties, too. */
function inEnglish(path: string, xml: string): string {
  return path === 'docProps/core.xml'
    ? xml.replace('</cp:coreProperties>', '<dc:language>en-US</dc:language></cp:coreProperties>')
    : xml;
}
