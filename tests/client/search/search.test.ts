import { expect, it } from 'vitest';
import { smallIndexOf } from './small-site.ts';
import { Search } from '../../../src/client/search/search.ts';

const asked: string[] = [];
const search = new Search(
  smallIndexOf(),
  async (words) => {
    asked.push(words);
    return new Map([['/toolkits/chair/', 1]]);
  },
  async (file, words) => file === '/toolkits/chair/' && words.join(' ') === 'judge can ask',
);
const places = async (query: string) => (await search.ask(query)).results.map(({ best }) => best.url);

it('leads everyday words, Spanish and harmful words to the words of the site', async () => {
  expect((await places('cops'))[0]).toBe('/handouts/response-flow/#law-enforcement');
  expect((await places('policía'))[0]).toBe('/handouts/response-flow/#law-enforcement');
  const answer = await search.ask('pimp');
  expect([answer.instead, answer.results[0]!.best.url]).toEqual(['trafficker', '/glossary/#exploiter']);
});

it('opens a typed heading at its section, and a term at its meaning', async () => {
  expect((await places('Judges as chairs'))[0]).toBe('/toolkits/chair/#judges');
  const [first] = (await search.ask('ovca')).results;
  expect([first!.best.url, first!.isTerm]).toEqual(['/glossary/#ovca', true]);
});

it('mends slips and says so, and takes words as they are when asked', async () => {
  expect((await search.ask('jugdes')).corrected).toBe('judges');
  expect((await search.ask('jugdes', true)).results).toEqual([]);
});

it('leaves the full text alone, and says where it may know more', async () => {
  asked.length = 0;
  expect((await search.ask('judges')).isPart).toBe(false);
  expect((await search.ask('judges enforcement')).isPart).toBe(true);
  expect(asked).toEqual([]);
  expect((await search.askFullText('judges enforcement')).isPart).toBe(false);
  expect(asked).toEqual(['judges enforcement']);
});

it('reads the likeliest texts for a quotation, and asks the full text where none of them holds it', async () => {
  asked.length = 0;
  const { results } = await search.ask('"judge can ask"');
  expect([results.map(({ page }) => page.url), asked]).toEqual([['/toolkits/chair/'], []]);
  await search.ask('"ask chairs"');
  expect(asked).toEqual(['"ask chairs"']);
});

it('shows a crisis with the numbers of its section first', async () => {
  const { crisis } = await search.ask('sucidal thoughts');
  expect(crisis?.call.map(({ href }) => href)).toEqual(['tel:988', 'tel:911']);
  expect((await search.ask('judges')).crisis).toBeUndefined();
});

it('finds nothing for nonsense and for beginnings of fewer than four letters', async () => {
  expect(await places('qqqzzz')).toEqual([]);
  expect(await places('jud')).toEqual([]);
  expect((await places('judg')).length).toBeGreaterThan(0);
});

it('finds a numbered heading by its number and without it', async () => {
  const data = smallIndexOf();
  // No list names it for these words: only the very heading leads there.
  data.sections[1]![2] = 'The bench';
  data.sections[3]![2] = '2. Judges as chairs';
  const numbered = new Search(
    data,
    async () => new Map(),
    async () => false,
  );
  for (const typed of ['2. Judges as chairs', 'judges as chairs'])
    expect([typed, (await numbered.ask(typed)).results[0]!.best.url]).toEqual([
      typed,
      '/handouts/response-flow/#law-enforcement',
    ]);
});
