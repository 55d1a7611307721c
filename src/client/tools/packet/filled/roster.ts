/** A roster as filled in: who has each seat, each government under the seat of governments, kinds of one's own, how far voices are heard. */
import { governmentList } from '../../../../tools/gaps.ts';
import { rowsOf } from '../../../../tools/rows.ts';
import { make } from '../../../shell/dom.ts';
import type { Filler } from './filler.ts';

export const fillRoster: Filler = (tool, values) => {
  const table = tool.querySelector<HTMLTableElement>('[data-seats]')!;
  const columns = [...table.querySelectorAll<HTMLElement>('[data-column]')].map(({ dataset }) => dataset['column']!);
  const cells = (prefix: string) =>
    columns.map((column) => make('td', { class: 'words' }, values[`${prefix}.${column}`] ?? ''));
  const rows = (list: string) =>
    rowsOf(values, list).map((key) =>
      make(
        'tr',
        {},
        make('th', { scope: 'row', class: 'words' }, values[`${list}.${key}.kind`] ?? ''),
        ...cells(`${list}.${key}`),
      ),
    );
  for (const seat of table.querySelectorAll<HTMLElement>('[data-seat]')) {
    const id = seat.dataset['seat']!;
    if ('governments' in seat.dataset) seat.after(...rows(governmentList(id)));
    else
      for (const [index, cell] of cells(`seat.${id}`).entries()) seat.querySelectorAll('td')[index]!.replaceWith(cell);
  }
  // Kinds of one's own stand where paper has rows for them.
  const empty = [...table.querySelectorAll('.empty-row')];
  const own = rows('rows');
  if (empty[0]) empty[0].before(...own);
  else table.tBodies[0]!.append(...own);
  for (const row of empty.slice(0, own.length)) row.remove();
  for (const voice of tool.querySelectorAll<HTMLElement>('[data-voice]'))
    voice.querySelector('td')!.textContent = values[`voice.${voice.dataset['voice']!}`] ?? '';
};
