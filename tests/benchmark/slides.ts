/** What the slide decks show: how many slides, what is drawn, the smallest letters, and how long a trainer speaks to a slide. */
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { filesIn } from '../../scripts/html.ts';
import { root } from '../root.ts';

const folder = process.argv[2] ?? join(root, 'dist', 'downloads');

/** The foot of a slide, its number and the way to a page are for the file, not for the room; raised numbers and labels go with words. */
const forTheFile = /^(Source|Footer|Link|Slide Number.*)$/;
const drawn = /^(Path|Card 1|Trunk|Before|Chart.*)$/;

interface Slide {
  isContent: boolean;
  hasVisual: boolean;
  smallest: number;
  words: number;
}

function slideOf(xml: string, notes: string): Slide {
  const shapes = xml.match(/<p:(sp|graphicFrame|pic|cxnSp)>.*?<\/p:\1>/gs) ?? [];
  const named = shapes.map((shape) => ({ name: /<p:cNvPr id="\d+" name="([^"]*)"/.exec(shape)?.[1] ?? '', shape }));
  const sizes = named
    .filter(({ name }) => !forTheFile.test(name))
    .flatMap(({ shape }) => [
      ...shape.matchAll(/<a:rPr\b(?![^>]*baseline)[^>]*\bsz="(\d+)"[^>]*>(?:(?!<\/a:rPr>).)*/gs),
    ])
    .filter(([run]) => !/srgbClr val="8A3B1E"/i.test(run))
    .map(([, size]) => Number(size) / 100);
  const title = /name="Title".*?<a:t>([^<]*)/s.exec(xml)?.[1] ?? '';
  const spoken = [...notes.matchAll(/<a:p>.*?<\/a:p>/gs)]
    .map(([paragraph]) => [...paragraph.matchAll(/<a:t>([^<]*)/g)].map(([, text]) => text).join(''))
    .filter((text) => text !== '');
  const end = spoken.findIndex((text) => /^(For you:|What this slide shows|In the toolkit:|Sources?:)/.test(text));
  return {
    isContent: !named.some(({ name }) => name === 'Subtitle') && !/^Sources/.test(title),
    hasVisual: named.some(({ name }) => drawn.test(name)),
    smallest: Math.min(...sizes),
    words: spoken
      .slice(0, end < 0 ? undefined : end)
      .join(' ')
      .split(/\s+/).length,
  };
}

console.log(`\n${'Slides'.padEnd(52)} content  drawn  smallest letters  words a trainer says to a slide`);
for (const file of filesIn(folder).filter((name) => name.endsWith('.pptx'))) {
  const parts = unzipSync(readFileSync(join(folder, file)));
  const count = Object.keys(parts).filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path)).length;
  const slides = Array.from({ length: count }, (_, index) =>
    slideOf(
      strFromU8(parts[`ppt/slides/slide${index + 1}.xml`]!),
      strFromU8(parts[`ppt/notesSlides/notesSlide${index + 1}.xml`]!),
    ),
  );
  const own = slides.filter(({ isContent }) => isContent);
  const words = own.map((slide) => slide.words);
  console.log(
    `${file.padEnd(52)} ${String(own.length).padStart(7)} ${String(own.filter(({ hasVisual }) => hasVisual).length).padStart(6)} ` +
      `${String(Math.min(...slides.map(({ smallest }) => smallest))).padStart(14)} pt  ${Math.min(...words)} to ${Math.max(...words)}`,
  );
}
