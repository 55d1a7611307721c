/** <roster-tool>: who sits at the table, and who is missing. Seats and voices are counted; nobody is labeled. */
import { gapsOf, governmentList, type RosterShape } from '../../../tools/gaps.ts';
import { voiceHeads } from '../../../schemas/names.ts';
import { rowsOf } from '../../../tools/rows.ts';
import { membersOf } from '../../../tools/task-force.ts';
import { ask } from '../../shell/confirm-dialog.ts';
import { announce, focusedOrder, make, orderButtons, placeInOrder, refocus } from '../../shell/dom.ts';
import { bindControls } from '../../store/controls.ts';
import { addRow, moveRow, removeRow } from '../../store/rows.ts';
import { store } from '../../store/store.ts';
import { withUndo } from '../undo.ts';

/** Rows of the task force's own, for kinds of members that the roster does not name. */
const own = 'rows';

class RosterTool extends HTMLElement {
  private readonly sheet = store.sheet(this.dataset['sheet']!);
  private readonly taskForce = store.sheet('task-force');
  private readonly table = this.querySelector<HTMLTableElement>('[data-seats]')!;
  private readonly columns = [...this.table.querySelectorAll<HTMLElement>('[data-column]')].map((head) => ({
    id: head.dataset['column']!,
    label: head.textContent!.trim(),
  }));
  private readonly seats = [...this.table.querySelectorAll<HTMLElement>('[data-seat]')];
  private readonly voices = [...this.querySelectorAll<HTMLElement>('[data-voice]')];
  private readonly shape: RosterShape = {
    seats: this.seats.map(({ dataset }) => ({ id: dataset['seat']!, governments: 'governments' in dataset })),
    voices: this.voices.map(({ dataset }) => ({ id: dataset['voice']! })),
  };
  private readonly count = make('p', { role: 'status' });
  private readonly gaps = make(
    'section',
    { class: 'gaps', 'aria-label': 'Who is missing' },
    make('h2', {}, 'Who is missing'),
    this.count,
  );
  private readonly fill = make(
    'button',
    { type: 'button', 'data-action': 'fill', onclick: () => this.fillIn() },
    'Fill in from My task force',
  );

  connectedCallback(): void {
    for (const row of this.seats) {
      if ('governments' in row.dataset)
        row.querySelector('th')!.append(
          make(
            'span',
            { class: 'add' },
            make(
              'button',
              {
                type: 'button',
                'data-add': row.dataset['seat'],
                onclick: () => this.add(governmentList(row.dataset['seat']!)),
              },
              'Add a government',
            ),
          ),
        );
      else this.write(row, `seat.${row.dataset['seat']}`, kindOf(row));
    }
    for (const table of this.querySelectorAll('table')) table.classList.add('writable');
    const answers = JSON.parse(
      this.querySelector<HTMLElement>('[data-voices]')?.dataset['answers'] ?? '[]',
    ) as string[];
    for (const row of this.voices) {
      const select = make(
        'select',
        { name: `voice.${row.dataset['voice']}`, 'aria-label': `${voiceHeads.say} ${kindOf(row)}` },
        make('option', { value: '' }, ''),
        ...answers.map((answer) => make('option', {}, answer)),
      );
      const cell = row.querySelector('td')!;
      cell.dataset['label'] = voiceHeads.say;
      cell.replaceChildren(select);
    }
    this.table
      .closest('.scroll')!
      .after(
        make(
          'p',
          { class: 'add' },
          make('button', { type: 'button', 'data-add': own, onclick: () => this.add(own) }, 'Add a kind of member'),
        ),
      );
    this.prepend(this.bar(), this.gaps);
    const show = bindControls(this, this.sheet);
    const draw = (): void => {
      this.drawRows();
      show();
      this.showGaps();
    };
    this.sheet.subscribe(({ fields }) => (fields.some((field) => field.endsWith('.rows')) ? draw() : this.showGaps()));
    this.taskForce.subscribe(() => this.showGaps());
    draw();
  }

  /** Puts a field into each cell of a row. */
  private write(row: HTMLElement, prefix: string, name: string): void {
    for (const [index, cell] of [...row.querySelectorAll('td')].entries()) {
      const column = this.columns[index];
      if (!column) continue;
      cell.dataset['label'] = column.label;
      cell.replaceChildren(
        make('textarea', {
          rows: '1',
          name: `${prefix}.${column.id}`,
          'aria-label': `${column.label}, ${name}`,
          autocomplete: 'off',
        }),
      );
    }
  }

  /** Draws the rows that the sheet lists: governments under their seat, kinds of one's own at the end. */
  private drawRows(): void {
    const pressed = focusedOrder();
    const drawn = new Map(
      [...this.table.querySelectorAll<HTMLElement>('[data-own]')].map((row) => [row.dataset['own']!, row]),
    );
    const seats = this.seats.flatMap((seat) =>
      'governments' in seat.dataset
        ? [seat, ...this.rowsOf(governmentList(seat.dataset['seat']!), 'Government', drawn)]
        : [seat],
    );
    const rows = [...seats, ...this.rowsOf(own, 'Kind of member', drawn)];
    for (const row of drawn.values()) if (!rows.includes(row)) row.remove();
    placeInOrder(this.table.tBodies[0]!, rows);
    if (pressed) refocus(this, pressed, () => this.querySelector<HTMLElement>('[data-add]'));
  }

  private rowsOf(list: string, what: string, drawn: ReadonlyMap<string, HTMLElement>): HTMLElement[] {
    const keys = rowsOf(this.sheet.values, list);
    return keys.map((key, index) => {
      const prefix = `${list}.${key}`;
      const name = `${what.toLowerCase()} ${index + 1}`;
      const row = drawn.get(prefix) ?? this.row(prefix, what, name);
      for (const cell of row.querySelectorAll<HTMLElement>('td[data-label]'))
        cell.firstElementChild!.ariaLabel = `${cell.dataset['label']}, ${name}`;
      const change = (changes: Record<string, string>) => this.sheet.setMany(changes);
      row.querySelector('.order')!.replaceWith(
        orderButtons(name, key, keys, {
          move: (by) => change(moveRow(this.sheet.values, list, key, by)),
          remove: () => withUndo(this.sheet, `Removed ${name}.`, () => change(removeRow(this.sheet.values, list, key))),
        }),
      );
      return row;
    });
  }

  private row(prefix: string, what: string, name: string): HTMLElement {
    const id = `roster-${prefix.replaceAll('.', '-')}`;
    const kind = make('textarea', { rows: '1', id, name: `${prefix}.kind`, autocomplete: 'off' });
    const row = make(
      'tr',
      { 'data-own': prefix },
      make('th', { scope: 'row' }, make('label', { for: id }, what), kind, make('span', { class: 'order' })),
      ...this.columns.map(() => make('td')),
    );
    this.write(row, prefix, name);
    return row;
  }

  private add(list: string): void {
    const { key, changes } = addRow(this.sheet.values, list);
    this.sheet.setMany(changes);
    this.table.querySelector<HTMLElement>(`[data-own="${list}.${key}"] textarea`)?.focus();
    announce('One more row added');
  }

  private bar(): HTMLElement {
    const clear = async (): Promise<void> => {
      if (
        await ask(
          'Clear this roster?',
          [make('p', {}, 'Everything written into this roster goes. Other pages stay as they are.')],
          [['clear', 'Clear it']],
        )
      )
        withUndo(this.sheet, 'The roster is empty.', () => this.sheet.clear());
    };
    return make(
      'section',
      { class: 'tools no-print', 'aria-label': 'Fill in this roster' },
      make(
        'p',
        { class: 'tool-buttons' },
        this.fill,
        make('button', { type: 'button', onclick: () => print() }, 'Print'),
        make('button', { type: 'button', onclick: () => void clear() }, 'Clear'),
      ),
      make(
        'p',
        { class: 'tool-status' },
        'For the seats of survivors and LGBTQ+ representatives, write an organization or only the word “filled.” Never write who a person is.',
      ),
    );
  }

  private showGaps(): void {
    const gaps = gapsOf(this.shape, this.sheet.values);
    const missing = gaps.seats.map((id) => this.seats.find(({ dataset }) => dataset['seat'] === id)!);
    const unheard = gaps.voices.map(({ id, answer }) => ({
      row: this.voices.find(({ dataset }) => dataset['voice'] === id)!,
      answer,
    }));
    const item = (row: HTMLElement, more = '') => {
      const brings = row.querySelector('.aid')!.cloneNode(true) as HTMLElement;
      for (const mark of brings.querySelectorAll('sup')) mark.remove();
      return make('li', {}, make('a', { href: `#${row.id}` }, kindOf(row)), more, brings);
    };
    const part = (title: string, items: HTMLElement[]) =>
      items.length > 0 ? [make('h3', {}, title), make('ul', {}, ...items)] : [];
    const heard = this.voices.length - unheard.length;
    // A roster that nobody has begun would only be listed a second time.
    const begun = Object.keys(this.sheet.values).length > 0;
    const count =
      `${this.seats.length - missing.length} of ${this.seats.length} kinds of members have a ` +
      `seat.${this.voices.length > 0 ? ` ${heard} of ${this.voices.length} voices have a say.` : ''}`;
    // The same element with the same words is not read out again on each key.
    if (this.count.textContent !== count) this.count.textContent = count;
    while (this.count.nextSibling) this.count.nextSibling.remove();
    this.gaps.append(
      ...(begun
        ? part(
            'Seats that are empty, and what each brings',
            missing.map((row) =>
              item(row, 'governments' in row.dataset ? ' (each government on its own: write to each)' : ''),
            ),
          )
        : [make('p', {}, 'Write into the roster below: what stays empty is listed here, with what it brings.')]),
      ...(begun
        ? part(
            'Voices without a say',
            unheard.map(({ row, answer }) => item(row, answer && ` (${answer.toLowerCase()})`)),
          )
        : []),
    );
    this.toggleAttribute('data-written', begun);
    const offers = Object.keys(this.offers()).length;
    this.fill.disabled = offers === 0;
  }

  /** What My task force can put into seats that are still empty: members whose kind is that of the seat. */
  private offers(): Record<string, string> {
    const members = membersOf(this.taskForce.values);
    const offers: Record<string, string> = {};
    for (const row of this.seats.filter(({ dataset }) => !('governments' in dataset))) {
      const member = members.find(({ kind }) => kind === kindOf(row));
      const fields: Record<string, string | undefined> = {
        agency: member?.name,
        contact: [member?.person, member?.contact].filter(Boolean).join(', '),
      };
      for (const { id } of this.columns) {
        const name = `seat.${row.dataset['seat']}.${id}`;
        if (fields[id] && !this.sheet.get(name)) offers[name] = fields[id];
      }
    }
    return offers;
  }

  private fillIn(): void {
    const offers = this.offers();
    this.sheet.setMany(offers, 'elsewhere');
    announce(`${Object.keys(offers).length} fields filled in`);
  }
}

const kindOf = (row: HTMLElement): string => row.querySelector('.seat-kind')!.textContent!;

customElements.define('roster-tool', RosterTool);
