/** The words of slides, however they are shown: on the page, in a PowerPoint file, and as another program reads the file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { numbered, paragraphsIn, partsOf } from '../formats/pptx/package.ts';
import { converted, pagesOf } from '../programs.ts';

const squeezed = (words: string): string => words.replace(/\s/g, '');

/** The lines of the slides of a section, without the numbers of sources. Runs in the page that shows them, so it stands alone. */
export function linesOnPage(section: string): string[][] {
  return [...document.querySelectorAll(`.step[data-section="${section}"]`)].map((step) =>
    [...step.querySelectorAll('h2, h3, .points li, .statement, figcaption')].flatMap((line) => {
      if (line.closest('.notes')) return [];
      const words = line.cloneNode(true) as Element;
      for (const number of words.querySelectorAll('sup')) number.remove();
      return [words.textContent.replace(/\s+/g, ' ').trim()];
    }),
  );
}

/** Each slide of a file as one line of letters, without the raised numbers of sources. */
export function slidesIn(bytes: Uint8Array): string[] {
  return numbered(partsOf(bytes), 'slides').map((xml) =>
    squeezed(paragraphsIn(xml.replace(/<a:r><a:rPr[^>]* baseline="30000".*?<\/a:r>/gs, '')).join('')),
  );
}

/** The lines that a slide does not show. */
export const missing = (lines: readonly string[], slide: string): string[] =>
  lines.filter((line) => !slide.includes(squeezed(line)));

/** The words that LibreOffice does not show on the slides of a file; it breaks lines where it likes. */
export function unreadByOffice(bytes: Uint8Array, slides: readonly (readonly string[])[]): string[] {
  const folder = converted({ 'section.pptx': bytes }, 'pdf');
  const pages = pagesOf(readFileSync(join(folder, 'section.pdf'))).map(squeezed);
  return slides.flatMap((lines, index) =>
    lines.flatMap((line) => line.split(' ').filter((word) => !pages[index]!.includes(word))),
  );
}
