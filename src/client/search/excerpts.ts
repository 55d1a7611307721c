/** The words around what was found. They stand in Pagefind's texts, one file a page, which are read without its engine. */
import { fetch } from './files.ts';
import { isStopWord, stem, wordsIn } from './words.ts';

interface Text {
  words: string[];
  /** Where each heading with an id stands. */
  headings: { id: string; text: string; location: number }[];
}
/** Stands before the JSON of each of Pagefind's files. */
const signature = 'pagefind_dcd';
const texts = new Map<string, Promise<Text>>();

async function read(file: string): Promise<Text> {
  const response = await fetch(`/pagefind/fragment/${file}.pf_fragment`);
  const plain = response.body!.pipeThrough(new DecompressionStream('gzip'));
  const { content, anchors } = JSON.parse((await new Response(plain).text()).slice(signature.length)) as {
    content: string;
    anchors: { element: string; id: string; text: string; location: number }[];
  };
  const headings = anchors.filter(({ element }) => /^h[1-6]$/.test(element)).sort((a, b) => a.location - b.location);
  return { words: content.split(/\s+/), headings };
}

function textOf(file: string): Promise<Text> {
  if (!texts.has(file)) texts.set(file, read(file));
  texts.get(file)!.catch(() => texts.delete(file));
  return texts.get(file)!;
}

/** Whether some words stand one after another in a text. */
export async function holdsPhrase(file: string, phrase: readonly string[]): Promise<boolean> {
  const text = await textOf(file);
  return ` ${wordsIn(text.words.join(' ')).join(' ')} `.includes(` ${phrase.join(' ')} `);
}

/** True when a word of a text is one of those that were found. */
export function marker(words: readonly string[]): (word: string) => boolean {
  const telling = words.filter((word) => !isStopWord(word));
  const stems = new Set((telling.length > 0 ? telling : words).map(stem));
  return (word) => wordsIn(word).some((part) => stems.has(stem(part)));
}

const length = 26;

/** The words of a section that hold most of what was found, in pieces, each with whether it is marked. */
export async function passage(
  file: string,
  id: string,
  words: readonly string[],
): Promise<[piece: string, isMarked: boolean][]> {
  const text = await textOf(file);
  const number = id ? text.headings.findIndex((heading) => heading.id === id) : -1;
  const heading = text.headings[number];
  // The heading itself stands above its passage.
  const start = heading ? heading.location + heading.text.split(/\s+/).length : 0;
  const end = (heading && text.headings[number + 1]?.location) ?? text.words.length;
  const part = text.words.slice(start, end);
  const isFound = marker(words);
  const found = part.map((word) => isFound(word));
  const best = densest(found);
  const shown = part.slice(best, best + length);
  const pieces = shown.map((word, at): [string, boolean] => [word, found[best + at]!]);
  if (best > 0) pieces.unshift(['…', false]);
  if (best + length < part.length) pieces.push(['…', false]);
  return pieces;
}

/** Where the stretch begins that holds most finds; a little before its first one. */
function densest(found: readonly boolean[]): number {
  let [best, most, now] = [0, 0, 0];
  found.forEach((is, at) => {
    now += Number(is) - Number(found[at - length] ?? false);
    if (now > most) [best, most] = [Math.max(0, at - length + 1), now];
  });
  const first = found.indexOf(true, best);
  return Math.max(0, Math.min(first < 0 ? 0 : first - 4, found.length - length));
}
