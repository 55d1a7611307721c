import { expect, it } from 'vitest';
import { composePullOutPage } from '../../src/site/page.ts';
import { hasSuggestion } from '../../src/site/suggestions.ts';
import { partToDocument } from '../../src/documents/pull-out-to-document.ts';
import { wordsOnlyContext } from '../../src/documents/plain-context.ts';
import { suggestionLegend } from '../../src/schemas/names.ts';
import { readContent } from '../../src/reader/read.ts';
import { kitchenSink } from '../root.ts';

it('finds the mark on words, on steps, and nowhere else', () => {
  expect(hasSuggestion([{ kind: 'paragraph', children: [{ kind: 'suggestion', children: [] }] }])).toBe(true);
  expect(hasSuggestion({ groups: [{ items: [{ suggestion: false }, { suggestion: true }] }] })).toBe(true);
  expect(hasSuggestion([{ kind: 'callout', tone: 'suggestion', children: [] }, { suggestion: false }, null])).toBe(
    false,
  );
});

it('is explained once in a document that has it, and not where nothing is marked', () => {
  const { site } = readContent(kitchenSink);
  const entry = site.checklists['steps']!;
  const legends = (one: typeof entry) => {
    const { pullOut } = composePullOutPage(site, { kind: 'checklists', entry: one });
    const part = partToDocument(
      { pullOut, notes: [] },
      { id: 'checklists-a', level: 1 },
      wordsOnlyContext('checklists-a'),
    );
    return JSON.stringify([part.intro, part.blocks]).split(suggestionLegend).length - 1;
  };
  const steps = (suggestion: boolean) => ({
    ...entry,
    intro: [],
    groups: entry.groups.map((group) => ({
      ...group,
      items: group.items.map((item) => ({ ...item, suggestion, help: undefined })),
    })),
  });
  expect(legends(steps(true))).toBe(1);
  expect(legends(steps(false))).toBe(0);
});
