/** Draws the parts of a slide, each into the room it is given, in the largest letters that fit. */
import type PptxGenJS from 'pptxgenjs';
import { longDate } from '../../tools/dates.ts';
import { sourceLine } from '../../documents/deck-sources.ts';
import { isDrawn, type Deck, type DeckPart, type DeckSlide } from '../../documents/deck-model.ts';
import type { DocInline } from '../../documents/document.ts';
import { setName } from '../../schemas/names.ts';
import { linesOfBlocks } from '../../documents/lines.ts';
import { drawChart } from './charts.ts';
import { drawChange, drawPoints } from './drawn-points.ts';
import { fit, heightOf, type Passage } from './fit.ts';
import { boxed, bullet, columnsOf, type LayoutName, type PlaceholderName } from './layouts.ts';
import { areas, colors, sizes, type Box } from './look.ts';
import { codeOf, dataOf, markOf } from './pictures.ts';
import { paragraph } from './text.ts';

interface Ground {
  deck: Deck;
  /** Where and what, for messages: “content/slides/chair.yaml, slide `policy`”. */
  where: string;
  slide: PptxGenJS.Slide;
}
type Handlers = {
  [Kind in DeckPart['kind']]: (part: Extract<DeckPart, { kind: Kind }>, box: Box, ground: Ground) => void;
};

const plain = (text: string): DocInline[] => [{ kind: 'text', text }];
const bulleted = (points: readonly DocInline[][]): Passage => ({
  paragraphs: points,
  gap: 0.45,
  indent: bullet.bullet.indent,
});
const prose = (paragraphs: readonly DocInline[][], gap = 0.5, bold = false): Passage => ({
  paragraphs,
  gap,
  indent: 0,
  bold,
});

/** What stands at the foot of every slide. */
export function footerOf({ toolkit, reviewed }: Deck): string {
  return `${setName} · Toolkit ${toolkit} · Reviewed ${longDate(reviewed)}`;
}

/** The size at which a passage fits. @throws Error naming the slide and saying the fault: “the points do not fit; shorten them” */
function sizeFor({ where }: Ground, fault: string, passage: Passage, box: Box, choices: readonly number[]): number {
  const size = fit(passage, box, choices);
  if (!size) throw new Error(`${where}: ${fault}.`);
  return size;
}

function write(
  { slide }: Ground,
  name: PlaceholderName,
  passage: Passage,
  size: number,
  box: Box,
  look: { valign?: 'top' | 'middle' | 'bottom'; color?: string } = {},
): void {
  const runs = passage.paragraphs.flatMap((nodes, index) =>
    paragraph(
      nodes,
      size,
      {
        ...(passage.indent > 0 ? bullet : {}),
        ...(passage.bold ? { bold: true } : {}),
        ...(index > 0 ? { paraSpaceBefore: size * passage.gap } : {}),
      },
      look.color,
    ),
  );
  slide.addText(runs, boxed(name, box, look.valign));
}

const handlers = {
  cover({ kicker, promise, lines }, _box, ground) {
    write(ground, 'Label', prose([plain(kicker)]), 24, areas.coverKicker, { color: colors.paper });
    const passage = prose([plain(promise), plain(lines.join(' · '))], 1);
    write(
      ground,
      'Subtitle',
      passage,
      sizeFor(ground, 'the promise does not fit; shorten it', passage, areas.coverText, sizes.subtitle),
      areas.coverText,
      { color: colors.paper },
    );
    ground.slide.addImage({
      data: dataOf(markOf(ground.deck.mark, ground.deck.hue)),
      altText: `The drawing of toolkit ${ground.deck.toolkit}`,
      objectName: 'Drawing',
      ...areas.coverMark,
    });
  },
  statement({ children }, box, ground) {
    const passage = prose([children]);
    write(
      ground,
      'Statement',
      passage,
      sizeFor(ground, 'the statement does not fit; shorten it', passage, box, sizes.statement),
      box,
      { valign: 'middle' },
    );
  },
  points(part, box, ground) {
    const { points, look } = part;
    if (look) {
      if (!drawPoints(part, box, ground.slide))
        throw new Error(`${ground.where}: the points do not fit; shorten them.`);
      return;
    }
    const passage = bulleted(points);
    write(
      ground,
      'Text',
      passage,
      sizeFor(ground, 'the points do not fit; shorten them', passage, box, sizes.points),
      box,
    );
  },
  compare({ columns, look }, box, ground) {
    if (look) {
      if (!drawChange(columns, box, ground.slide))
        throw new Error(`${ground.where}: the points do not fit; shorten them.`);
      return;
    }
    const titles = columns.map(({ title }) => prose([plain(title)], 0, true));
    const [most] = columnsOf(box, 0.9);
    // Both columns in letters of one size, their points at one height.
    const size = Math.min(
      ...columns.map(({ title }, index) =>
        sizeFor(
          ground,
          `the title “${title}” does not fit; shorten it`,
          titles[index]!,
          most!.title,
          sizes.columnTitle,
        ),
      ),
    );
    const places = columnsOf(box, Math.max(...titles.map((title) => heightOf(title, size, most!.title.w))));
    const letters = Math.min(
      ...columns.map(({ points }, index) =>
        sizeFor(ground, 'the points do not fit; shorten them', bulleted(points), places[index]!.points, sizes.points),
      ),
    );
    columns.forEach(({ points }, index) => {
      const side = index === 0 ? 'Left' : 'Right';
      write(ground, `${side} title`, titles[index]!, size, places[index]!.title, {
        valign: 'bottom',
        color: colors.hue,
      });
      write(ground, `${side} points`, bulleted(points), letters, places[index]!.points);
    });
  },
  chart(part, box, ground) {
    const caption = prose([part.caption]);
    const size = sizeFor(
      ground,
      'the title of the chart does not fit; shorten it',
      caption,
      { ...box, h: box.h / 3 },
      sizes.caption,
    );
    const h = heightOf(caption, size, box.w);
    write(ground, 'Caption', caption, size, { ...box, h }, { color: colors.soft });
    drawChart(part, { ...box, y: box.y + h + 0.2, h: box.h - h - 0.2 }, ground);
  },
  sources({ notes, close }, box, ground) {
    const passage = prose([...notes.map(sourceLine), ...close.map(plain)], 0.4);
    write(
      ground,
      'Text',
      passage,
      sizeFor(ground, 'the sources do not fit; shorten them', passage, box, sizes.sources),
      box,
    );
  },
} satisfies Handlers;

/** Which layout shows these parts. */
export function layoutOf(parts: readonly DeckPart[]): LayoutName {
  const kinds = parts.map(({ kind }) => kind);
  if (kinds.includes('cover')) return 'Cover';
  if (kinds.includes('sources')) return 'Sources';
  if (parts.some(isDrawn)) return 'Chart';
  if (kinds.includes('compare')) return 'Comparison';
  return kinds.includes('points') ? 'Points' : 'Statement';
}

/** Fills a slide: its title first, then what it shows, then the way to the toolkit. @throws Error naming the slide when something does not fit */
export function fillSlide(
  slide: PptxGenJS.Slide,
  { id, title, tag, section, parts, sources, notes }: DeckSlide,
  deck: Deck,
): void {
  const ground: Ground = { deck, where: `${deck.file}, slide \`${id}\``, slide };
  const cover = parts[0]?.kind === 'cover';
  const body = (where: Ground, box: Box) => drawBody({ tag, parts }, box, where);
  const wide =
    section?.href !== undefined && !(isWords(parts) && fits((nowhere) => body(nowhere, areas.bodyBesideCode), ground));
  const heading = prose([plain(title)], 0, true);
  const place = cover ? areas.coverTitle : wide ? areas.wideTitle : areas.title;
  write(
    ground,
    'Title',
    heading,
    sizeFor(ground, 'the title does not fit; shorten it', heading, place, cover ? sizes.cover : sizes.title),
    place,
    { valign: cover ? 'bottom' : 'top', color: cover ? colors.paper : colors.hue },
  );
  body(ground, wide ? areas.wideBody : section?.href ? areas.bodyBesideCode : areas.body);
  if (section?.href) pointTo(slide, section.title, section.href, wide);
  if (sources) {
    const line = prose([plain(sources)]);
    const size = sizeFor(
      ground,
      'its sources do not fit one line; shorten `short` of one',
      line,
      areas.source,
      sizes.source,
    );
    write(ground, 'Source', line, size, areas.source, { valign: 'middle', color: colors.soft });
  }
  if (!cover)
    slide.addText(
      [{ text: footerOf(deck), options: { fontSize: sizes.footer, color: colors.soft } }],
      boxed('Footer', areas.footer, 'middle'),
    );
  slide.addNotes(
    linesOfBlocks(notes)
      .map(({ text }) => text)
      .join('\n'),
  );
}

/** What is drawn wants the whole width. */
const isWords = (parts: readonly DeckPart[]): boolean => !parts.some(isDrawn);

/** Whether all goes into its room: tried on a slide that keeps nothing. */
function fits(draw: (ground: Ground) => void, ground: Ground): boolean {
  const nothing = () => undefined;
  const slide = { addText: nothing, addShape: nothing, addImage: nothing, addChart: nothing };
  try {
    draw({ ...ground, slide: slide as unknown as PptxGenJS.Slide });
    return true;
  } catch {
    return false;
  }
}

/** Draws the parts one below the other, and the label of the slide at the bottom. */
function drawBody({ tag, parts }: Pick<DeckSlide, 'tag' | 'parts'>, box: Box, ground: Ground): void {
  let body = box;
  if (tag) {
    const label = { ...body, y: body.y + body.h - 0.42, h: 0.42 };
    write(ground, 'Label', prose([plain(tag)], 0, true), 24, label, { valign: 'bottom', color: colors.label });
    body = { ...body, h: body.h - 0.55 };
  }
  parts.forEach((part, index) => {
    // What stands above something else takes the room it needs; the last part has the rest.
    const rest = index === parts.length - 1;
    const h = rest ? body.h : companionHeight(part, body.w);
    if (h > body.h - (rest ? 0 : 1)) throw new Error(`${ground.where}: the points do not fit; shorten them.`);
    (handlers[part.kind] as (part: DeckPart, box: Box, ground: Ground) => void)(part, { ...body, h }, ground);
    body = { ...body, y: body.y + h + 0.3, h: body.h - h - 0.3 };
  });
}

/** The way to a section of the toolkit: a code to scan, its name, its address. */
function pointTo(slide: PptxGenJS.Slide, name: string, href: string, wide: boolean): void {
  slide.addImage({
    data: dataOf(codeOf(href)),
    altText: `QR code that leads to “${name}” in the toolkit: ${href}`,
    objectName: 'QR code',
    ...(wide ? areas.wideCode : areas.code),
  });
  // The address is the link: LibreOffice breaks a link anywhere, which only an address bears.
  const address: DocInline = { kind: 'link', href, children: plain(href.replace(/^https?:\/\//, '')) };
  if (wide) {
    const line: DocInline[] = [{ kind: 'strong', children: plain(name) }, { kind: 'text', text: '  ' }, address];
    slide.addText(paragraph(line, sizes.address), boxed('Link', areas.wideLink, 'middle'));
    return;
  }
  slide.addText(
    [
      ...paragraph([{ kind: 'strong', children: plain(name) }], 24),
      ...paragraph([address], sizes.address, { paraSpaceBefore: 4 }),
    ],
    boxed('Link', areas.link),
  );
}

/** The room that a part takes when something stands below it, in inches. */
function companionHeight(part: DeckPart, w: number): number {
  if (part.kind === 'statement') return heightOf(prose([part.children]), 32, w) + 0.05;
  if (part.kind === 'points') return heightOf(bulleted(part.points), 24, w) + 0.05;
  return Infinity;
}
