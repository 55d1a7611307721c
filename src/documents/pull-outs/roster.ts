/** A roster as grids: the seats, and the voices found missing. */
import type { Inline } from '../../prose/tree.ts';
import type { Entry } from '../../schemas/index.ts';
import { voiceAnswers, voiceHeads, voicesTitle } from '../../schemas/names.ts';
import type { DocBlock, GridColumn, GridRow } from '../document.ts';
import type { Filled } from '../filled.ts';
import { inlinesToDocument, type DocumentContext } from '../to-document.ts';
import { explained } from './columns.ts';

/** The blocks of a roster, with what somebody has written. */
export function rosterToDocument(entry: Entry<'rosters'>, context: DocumentContext, { grid }: Filled): DocBlock[] {
  const row = (
    anchor: string,
    label: string,
    aid: readonly Inline[],
    isSuggested: boolean,
    cells: string[],
  ): GridRow => ({
    anchor,
    head: {
      label,
      aid: [...inlinesToDocument(aid, context), ...(isSuggested ? [{ kind: 'suggestion' as const }] : [])],
    },
    cells,
  });
  const own = (after?: string): GridRow[] =>
    (grid?.own ?? [])
      .filter((one) => one.after === after)
      .map(({ cells: [label = '', ...cells] }) => ({ head: { label, aid: [] }, cells }));
  const blank = entry.columns.map(() => '');
  const seats = entry.seats.flatMap(({ id, kind, brings, suggestion }) => [
    row(id, kind, brings, suggestion, [...(grid?.given[id] ?? blank)]),
    ...own(id),
  ]);
  const columns: GridColumn[] = [
    { id: 'seat', label: 'Seat', kind: 'head' },
    ...entry.columns.map(({ id, label }) => ({ id, label, kind: 'text' as const })),
  ];
  const voices = entry.voices.map(({ id, voice, found, suggestion }) =>
    row(id, voice, found, suggestion, [...(grid?.given[id] ?? [''])]),
  );
  const heads: GridColumn[] = [
    { id: 'voice', label: voiceHeads.voice, kind: 'head' },
    { id: 'say', label: voiceHeads.say, kind: 'choice', options: voiceAnswers },
  ];
  const heard: DocBlock[] = [
    ...explained([{ label: voiceHeads.say, options: voiceAnswers }], context),
    { kind: 'grid', id: 'voices', caption: voicesTitle, fields: [], columns: heads, rows: voices, empty: 0 },
  ];
  return [
    {
      kind: 'grid',
      id: entry.id,
      caption: entry.title,
      fields: [],
      columns,
      rows: [...seats, ...own()],
      empty: grid ? 0 : entry.emptyRows,
    },
    ...(voices.length > 0 ? heard : []),
  ];
}
