/** Places to write in: their names, labels, kinds and order, and what is written in them. */
import { beforeAll, expect, it } from 'vitest';
import type { DocBlock, Document, Part } from '../../../src/documents/document.ts';
import { pdf } from '../../../src/formats/pdf.ts';
import { shortened } from '../../../src/formats/pdf/fields.ts';
import { kitchenSink } from '../../root.ts';
import { publicationOf, tools } from '../publication.ts';
import { open, withReaders, type Opened } from './readers.ts';

const multiline = 1 << 12;
const hostile = '</w:t><script>alert(1)</script> #panic("x") [a](b) $x$ \\ = \u202E “ß” 日本 {{x}}';

const part = (blocks: DocBlock[], more: Partial<Part> = {}): Part => ({
  id: 'forms-a',
  type: 'forms',
  file: 'content/forms/a.yaml',
  kicker: 'Form',
  title: 'A form',
  promise: 'Fill it in.',
  reviewed: '2026-01-02',
  level: 1,
  intro: [],
  blocks,
  notes: [],
  ...more,
});
const documentOf = (...parts: Part[]): Document => ({
  name: 'csec-form-a',
  title: parts[0]!.title,
  promise: 'Fill it in.',
  kicker: 'Form',
  reviewed: '2026-01-02',
  parts,
});
const blank = (name: string, more = {}) =>
  ({ kind: 'field', name, label: `Label of ${name}`, size: 'line', ...more }) as const;
const write = async (document: Document) => open(await pdf.write(document, tools));

withReaders('the places to write in of the kitchen sink', () => {
  let opened: Opened;
  const names = (prefix: string) => opened.fields.filter(({ fullname }) => fullname.startsWith(prefix));
  beforeAll(async () => {
    opened = open(await pdf.write(pdf.jobs(publicationOf(kitchenSink))[1]!.input, tools));
  });

  it('are boxes and lines on a checklist, each with the words of its step', () => {
    const fields = names('checklists-steps.');
    expect(fields.filter(({ ischeckbox }) => ischeckbox).map(({ alternativename }) => alternativename)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Done: /)]),
    );
    const lines = fields.filter(({ ischeckbox }) => !ischeckbox);
    expect(lines.length).toBe(fields.length / 2);
    expect(
      lines.every(
        ({ alternativename, fieldtype }) => alternativename.startsWith('Who, by when: ') && fieldtype === '/Tx',
      ),
    ).toBe(true);
    expect(fields.filter((_, index) => index % 2 === 0).every(({ ischeckbox }) => ischeckbox)).toBe(true);
  });

  it('are blanks in a template that share their name, and lines for those who sign', () => {
    const fields = names('templates-letter.');
    expect(
      fields
        .filter(({ fullname }) => fullname === 'templates-letter.first')
        .map(({ alternativename }) => alternativename),
    ).toEqual(['Name of the first party', 'Name of the first party']);
    expect(fields.map(({ alternativename }) => alternativename)).toEqual(
      expect.arrayContaining(['Organization: First party', 'Name and title: Second party', 'Date: Second party']),
    );
    expect(fields.some(({ alternativename }) => alternativename.startsWith('Signature'))).toBe(false);
  });

  it('are the cells of a form, named by column and row', () => {
    const rows = names('forms-log.').map(({ alternativename }) => alternativename);
    expect(rows.length).toBeGreaterThan(4);
    expect(rows.filter((label) => /: row 1$/.test(label)).length).toBeGreaterThan(1);
  });

  it('are elements of the tree of tags, where readers meet them', () => {
    const widgets = opened.objects.filter((object) => object['/Subtype'] === '/Widget');
    expect(widgets).toHaveLength(opened.fields.length);
    expect(opened.objects.filter((object) => object['/S'] === '/Form')).toHaveLength(widgets.length);
    expect(widgets.every((widget) => typeof widget['/StructParent'] === 'number' && !('/A' in widget))).toBe(true);
    const labels = opened.fields
      .filter(({ fullname }) => fullname.startsWith('templates-letter.'))
      .map(({ fullname }) => fullname);
    expect(labels[0]).toBe('templates-letter.first');
    expect(labels.at(-1)).toMatch(/signer-2/);
  });
});

withReaders('what is written in them', () => {
  it('stays text, in fields and in titles', async () => {
    const opened = await write(
      documentOf(
        part(
          [{ kind: 'paragraph', children: [blank('forms-a.b', { value: hostile }), { kind: 'text', text: hostile }] }],
          { title: hostile },
        ),
      ),
    );
    expect(opened.fields[0]!.value).toBe(hostile);
    expect(opened.info['Title']).toContain('#panic("x") [a](b) $x$');
    expect(opened.pages.join(' ').replace(/\s+/g, ' ')).toContain('<script>alert(1)</script> #panic("x") [a](b) $x$');
  });

  it('is drawn: a value on the page, a tick in its box', async () => {
    const steps = (done: boolean): DocBlock => ({
      kind: 'steps',
      boxes: true,
      write: 'Who',
      items: [
        { anchor: 'one', text: [{ kind: 'text', text: 'One' }], help: [], done, written: done ? 'Dana, May 1' : '' },
      ],
    });
    const [ticked, open] = [
      await write(documentOf(part([steps(true)]))),
      await write(documentOf(part([steps(false)]))),
    ];
    expect(ticked.pages[0]).toContain('Dana, May 1');
    expect(ticked.fields.map(({ value }) => value)).toEqual(['/Yes', 'Dana, May 1']);
    expect(open.fields.map(({ value }) => value)).toEqual(['/Off', null]);
    expect(ticked.objects.some((object) => object['/AS'] === '/Yes')).toBe(true);
  });

  it('has room for several lines where it asks for them', async () => {
    const opened = await write(
      documentOf(
        part([
          {
            kind: 'paragraph',
            children: [blank('forms-a.short', { size: 'short' }), blank('forms-a.lines', { size: 'lines' })],
          },
        ]),
      ),
    );
    expect(opened.fields.map(({ fullname, fieldflags }) => [fullname, fieldflags & multiline])).toEqual([
      ['forms-a.short', 0],
      ['forms-a.lines', multiline],
    ]);
  });
});

withReaders('wide forms', () => {
  it('lie on their side and repeat their header row', async () => {
    const columns = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ id, label: `Column ${id}`, kind: 'text' as const }));
    const opened = await write(
      documentOf(part([{ kind: 'grid', id: 'g', caption: 'A form', fields: [], columns, rows: [], empty: 40 }])),
    );
    expect(opened.info['Page size']).toBe('792 x 612 pts (letter)');
    expect(opened.pages.length).toBeGreaterThan(1);
    expect(opened.pages.every((page) => page.includes('Column a'))).toBe(true);
    expect(opened.fields).toHaveLength(240);
  });
});

it('shortens long labels between words', () => {
  expect(shortened('one two', 9)).toBe('one two');
  expect(shortened('one two three', 9)).toBe('one two …');
});
