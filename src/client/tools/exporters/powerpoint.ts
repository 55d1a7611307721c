/** Writes the slides of one section as a PowerPoint file. */
import { sectionDeck } from '../../../documents/deck-section.ts';
import type { Deck } from '../../../documents/deck-model.ts';
import { writePptx } from '../../../formats/pptx/write.ts';

/** What `deck.js` beside the slides of a toolkit holds: the deck, and its drawings with letters, as the build drew them. */
export interface Slides {
  deck: Deck;
  /** The PNG in base64. */
  pictures: Readonly<Record<string, { svg: string; png: string }>>;
}

/** @returns the name and the bytes of the file */
export async function powerpoint(
  { deck, pictures }: Slides,
  section: string,
  base?: string,
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  const own = sectionDeck(deck, section, base);
  const bytes = await writePptx(own, (drawing) => {
    const drawn = pictures[drawing];
    return drawn && { svg: drawn.svg, png: Uint8Array.from(atob(drawn.png), (byte) => byte.charCodeAt(0)) };
  });
  return { name: `${own.name}.pptx`, bytes: new Uint8Array(bytes) };
}
(globalThis.csec ??= {}).powerpoint = powerpoint;
