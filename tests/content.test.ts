import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkAsks } from '../scripts/checks/asks.ts';
import { checkDecks } from '../scripts/checks/decks.ts';
import { checkWords, readingOf } from '../scripts/checks/words.ts';
import { filesIn } from '../scripts/html.ts';
import { readContent } from '../src/reader/read.ts';
import { formatProblem } from '../src/prose/problem.ts';
import { root, sinkWith } from './root.ts';

const { site, problems, entries } = readContent(root);
const guidance = entries.filter(
  ({ collection }) =>
    !['sources', 'redirects', 'roles', 'charts', 'regions', 'crisis', 'everyday'].includes(collection),
);

describe('the content', () => {
  it('is in order', () => {
    expect(problems.map(formatProblem)).toEqual([]);
  });

  it('asks in no file to fill in who a survivor or a child is: only for an organization', () => {
    const asked = Object.values(site.handouts).flatMap(({ fillIn }) => fillIn?.above ?? []);
    expect(asked.length).toBeGreaterThan(4);
    expect(asked.filter((label) => /survivor|child|youth|young/i.test(label) && !/organization/i.test(label))).toEqual(
      [],
    );
  });

  it('holds nine toolkits, each with pull-outs, short points and its own words', () => {
    const numbers = Object.values(site.toolkits).map(({ number }) => number);
    expect(numbers.sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    for (const toolkit of Object.values(site.toolkits)) expect(toolkit.words, toolkit.title).toBeGreaterThan(800);
  });

  it('holds no word that harms and no order without a law', () => {
    expect(checkWords(site, entries).map(formatProblem)).toEqual([]);
  });

  it('warns before a page that speaks much of what was done to children', () => {
    const hard =
      /\b(arrest(ed|s|ing)?|(were|was) sold|sold herself|pimp|prostitut(e|ed|es)|detention|detained|locked|raped?)\b/gi;
    const warned = ['library', 'toolkits', 'pages', 'handouts'].flatMap((folder) =>
      filesIn(join(root, 'content', folder)).flatMap((file) => {
        const text = readFileSync(join(root, 'content', folder, file), 'utf8').replace(/at="[^"]*"/g, '');
        if ((text.match(hard) ?? []).length < 6) return [];
        expect(text, `${folder}/${file}`).toMatch(/^before: /m);
        return [file];
      }),
    );
    expect(warned).toContain('los-angeles.mdx');
  });

  it('asks only where a reader can act: with words to send, and something to do meanwhile', () => {
    expect(checkAsks(entries).map(formatProblem)).toEqual([]);
  });

  it('gives trainers words to say on every slide, an exercise and a question for the room', () => {
    expect(checkDecks(entries).map(formatProblem)).toEqual([]);
  });

  it('is easy to read: grade 9 or less in the middle, never above 12, sentences of 20 words or less', () => {
    const readings = guidance
      .map(({ file, id, value }) => ({ name: `${file} ${id}`, ...readingOf(value) }))
      .filter(({ sentences }) => sentences >= 8);
    const grades = readings.map(({ grade }) => grade).sort((a, b) => a - b);
    expect(readings.length).toBeGreaterThan(50);
    expect(grades[Math.floor(grades.length / 2)]).toBeLessThanOrEqual(9);
    expect(
      readings
        .filter(({ grade, mean }) => grade > 12 || mean > 20)
        .map(({ name, grade, mean }) => `${name}: grade ${grade.toFixed(1)}, ${mean.toFixed(1)} words a sentence`),
    ).toEqual([]);
  });
});

describe('the checks on words', () => {
  const faultsOf = (...edits: Parameters<typeof sinkWith>) => {
    const content = readContent(sinkWith(...edits));
    return checkWords(content.site, content.entries).map(formatProblem);
  };

  it('find nothing in the kitchen sink', () => {
    expect(faultsOf({})).toEqual([]);
  });

  it.each<[string, string, string | undefined]>([
    ['a harmful term', 'A pimp said so.', 'background.mdx:10: “pimp” can shame or mislabel a reader'],
    ['the same in a quotation', 'The law said “pimp” then.', undefined],
    ['an order', 'You must sign.', 'background.mdx:10: “must” without a law that says so'],
    ['an order with its law', 'You must sign.<Cite source="law" />', undefined],
    [
      'an order with a source that is no law',
      'You shall sign.<Cite source="slides" />',
      'background.mdx:10: “shall” without a law that says so',
    ],
  ])('judge %s', (_name, words, expected) => {
    const faults = faultsOf({ 'library/background.mdx': ['It rests on a text.', `${words} It rests on a text.`] });
    if (expected) expect(faults).toEqual([expect.stringContaining(expected)]);
    else expect(faults).toEqual([]);
  });

  it('judge a deck: notes that are too short or too long to say, and a room that only listens', () => {
    const decksOf = (...edits: Parameters<typeof sinkWith>) =>
      checkDecks(readContent(sinkWith(...edits)).entries).map(formatProblem);
    const said = (words: number) => `notes: ${'Word '.repeat(words)}\n`;
    const where = 'content/slides/sample.yaml:';
    const found = decksOf({ 'slides/sample.yaml': ['notes: Wait a moment.\n', said(60)] });
    expect(found).not.toContainEqual(expect.stringContaining('slide `statement`'));
    expect(found).toContainEqual(expect.stringContaining(`${where}13: a trainer says 7 words to slide \`points\``));
    expect(found).toContainEqual(expect.stringContaining(`${where}6: the deck has no slide for this: question for`));
    expect(found.join()).not.toContain('for this: exercise');
    const other = decksOf({ 'slides/sample.yaml': ['kind: exercise', 'kind: question'] });
    expect(other.filter((line) => line.includes('for this:'))).toEqual([
      expect.stringContaining(`${where}6: the deck has no slide for this: exercise`),
    ]);
    const long = decksOf({ 'slides/sample.yaml': ['notes: Wait a moment.\n', said(121)] });
    expect(long).toContainEqual(expect.stringContaining('a trainer says 121 words to slide `statement`; 60 to 120'));
  });

  it.each<[string, string, string[]]>([
    ['whole', 'Ask counsel: "Is it public?" Until you know, write nothing.', []],
    ['without words to send', 'Ask counsel about it. Meanwhile, write nothing.', ['holds no question to send']],
    ['without a meanwhile', 'Ask counsel: "Is it public?"', ['says nothing for the time until an answer']],
  ])('judge an Ask box %s', (_name, words, expected) => {
    const box = `<Callout kind="ask" title="Ask">\n\n${words}\n\n</Callout>`;
    const { entries } = readContent(
      sinkWith({ 'library/background.mdx': ['It rests on a text.', `It rests on a text.\n\n${box}\n\n`] }),
    );
    const faults = checkAsks(entries.filter(({ file }) => file.endsWith('background.mdx'))).map(formatProblem);
    expect(faults).toEqual(expected.map((problem) => expect.stringContaining(`“Ask” ${problem}`)));
  });

  it('measure a hard sentence as hard', () => {
    const hard =
      'Interdisciplinary coordination necessitates comprehensive organizational accountability notwithstanding ' +
      'jurisdictional complexity across participating governmental institutions everywhere.';
    const easy = 'We meet once a month. You can bring a friend. We start at nine.';
    const inline = (text: string) => [[{ kind: 'paragraph', children: [{ kind: 'text', text }] }]];
    expect(readingOf(inline(hard)).grade).toBeGreaterThan(20);
    expect(readingOf(inline(easy)).grade).toBeLessThan(4);
    expect(readingOf(inline(easy)).sentences).toBe(3);
  });
});
