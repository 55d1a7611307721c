import { expect, it } from 'vitest';
import { figuresIn } from '../../scripts/downloads.ts';
import type { DocInline } from '../../src/documents/document.ts';
import { wholeSet } from '../../src/documents/site-documents.ts';
import { inlineText, plainTextOf } from '../../src/documents/plain-text.ts';
import { readContent } from '../../src/reader/read.ts';
import { kitchenSink } from '../root.ts';

const { parts } = wholeSet({ site: readContent(kitchenSink).site, figures: figuresIn(kitchenSink) });
const text = (id: string) => plainTextOf(parts.find((part) => part.id === id)!.blocks);

it('writes every kind of block as words', () => {
  for (const words of [
    '- One',
    '  1. Inner',
    'Washington law: A box',
    'Row\tValue',
    'These words rest on no source. (Editors’ suggestion)',
  ])
    expect(text('toolkits-sample')).toContain(words);
  expect(text('checklists-steps')).toContain('[ ] Ask somebody.');
  expect(text('duties-chair')).not.toContain('[ ]');
});

it('numbers the clauses of a template, shows blanks with their labels, and leaves advice out', () => {
  expect(text('templates-letter')).toContain(
    '1.1 This is between [Name of the first party: __________] and others.\n  (a) The first point.',
  );
  expect(text('templates-letter')).toContain('Second party\nOrganization: ____');
  expect(text('templates-letter')).not.toContain('Name them as their charters do.');
});

it('spells notes and addresses out where nothing can be clicked', () => {
  const to = (href: string, text: string): DocInline => ({ kind: 'link', href, children: [{ kind: 'text', text }] });
  const nodes: DocInline[] = [
    to('https://a.example/', 'A page'),
    { kind: 'cite', n: 3, first: true },
    { kind: 'break' },
    to('https://a.example/', 'https://a.example/'),
    to('#here', ' and here'),
  ];
  expect(inlineText(nodes)).toBe('A page\nhttps://a.example/ and here');
  expect(inlineText(nodes, 'spelled out')).toBe('A page (https://a.example/) [3]\nhttps://a.example/ and here');
});
