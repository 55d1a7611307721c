/** Words of crisis: who types them needs a person and not a page. Which words, and whom to call, is content. */
import type { CrisisData } from './index-data.ts';
import { contains, isOnly, phraseOf, type Phrase } from './phrases.ts';
import { wordsIn } from './words.ts';

interface Need {
  need: CrisisData;
  phrases: Phrase[];
  alone: Phrase[];
}

export class Crisis {
  private readonly needs: Need[];
  constructor(needs: readonly CrisisData[]) {
    this.needs = needs.map((need) => ({ need, phrases: need.phrases.map(phraseOf), alone: need.alone.map(phraseOf) }));
  }

  /** The first need, in the order of the file, that speaks from a query. @param isWord true for words that are surely no slip */
  in(query: string, isWord: (word: string) => boolean): CrisisData | undefined {
    const typed = wordsIn(query);
    return this.needs.find(
      ({ phrases, alone }) =>
        phrases.some((phrase) => contains(typed, phrase, isWord)) ||
        alone.some((phrase) => isOnly(typed, phrase, isWord)),
    )?.need;
  }
}
