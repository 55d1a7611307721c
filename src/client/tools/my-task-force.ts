/** <my-task-force>: who the task force is, written once and offered wherever a tool asks for it. */
import { agenciesFrom, spellings } from '../../tools/agencies.ts';
import { decodeText } from '../../tools/decode-text.ts';
import { memberList, membersOf } from '../../tools/task-force.ts';
import { ask } from '../shell/confirm-dialog.ts';
import { announce, focusedOrder, make, orderButtons, placeInOrder, refocus } from '../shell/dom.ts';
import { bindControls } from '../store/controls.ts';
import { addRow, moveRow, removeRow, rowsOf, type Changes } from '../store/rows.ts';
import { store } from '../store/store.ts';
import { withUndo } from './undo.ts';

class MyTaskForce extends HTMLElement {
  private readonly sheet = store.sheet(this.dataset['sheet']!);
  private readonly list = this.querySelector<HTMLElement>('[data-rows]')!;
  private readonly pattern = this.querySelector<HTMLTemplateElement>('template')!;
  private readonly twins = make('div', { class: 'twins no-print', role: 'status' });
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly adding = this.querySelector<HTMLButtonElement>('[data-add]')!;

  connectedCallback(): void {
    const show = bindControls(this, this.sheet);
    this.lookSoon();
    const draw = (): void => {
      this.draw();
      show();
    };
    this.sheet.subscribe(({ fields }) => fields.includes(`${memberList}.rows`) && draw());
    this.adding.addEventListener('click', () => this.add());
    this.adding.after(
      ' ',
      make('button', { type: 'button', 'data-paste': true, onclick: () => void this.paste() }, 'Add a list'),
    );
    this.list.before(this.twins);
    this.sheet.subscribe(() => this.lookSoon());
    this.querySelector('form')!.addEventListener('submit', (event) => event.preventDefault());
    draw();
  }

  /** Draws the rows that the sheet lists. A row that stays keeps its elements, and with them the words in the making. */
  private draw(): void {
    const keys = rowsOf(this.sheet.values, memberList);
    const drawn = new Map(
      [...this.list.children].map((row) => [(row as HTMLElement).dataset['key']!, row as HTMLElement]),
    );
    const pressed = focusedOrder();
    const rows = keys.map((key) => drawn.get(key) ?? this.row(key));
    for (const [key, row] of drawn) if (!keys.includes(key)) row.remove();
    placeInOrder(this.list, rows);
    rows.forEach((row, place) => {
      const key = keys[place]!;
      row.querySelector('.entries')!.ariaLabel = `Agency ${place + 1}`;
      row.querySelector('.order')?.remove();
      const move = (by: number) => this.change(moveRow(this.sheet.values, memberList, key, by), 'Moved');
      const remove = () => {
        const name = this.sheet.get(`${memberList}.${key}.name`).trim() || `agency ${place + 1}`;
        withUndo(this.sheet, `Removed “${name}”.`, () =>
          this.sheet.setMany(removeRow(this.sheet.values, memberList, key)),
        );
      };
      row.append(orderButtons(`agency ${place + 1}`, key, keys, { move, remove }));
    });
    if (pressed) refocus(this.list, pressed, () => this.adding);
  }

  private row(key: string): HTMLElement {
    const row = (this.pattern.content.cloneNode(true) as DocumentFragment).querySelector('li')!;
    row.dataset['key'] = key;
    for (const element of row.querySelectorAll('[id], [name], [for]')) {
      for (const name of ['id', 'name', 'for'])
        if (element.hasAttribute(name)) element.setAttribute(name, element.getAttribute(name)!.replace('KEY', key));
    }
    return row;
  }

  /** Takes a list of agencies in: pasted, or from a file. */
  private async paste(): Promise<void> {
    const field = make('textarea', { rows: '8', 'aria-label': 'Agencies, one a line', class: 'paste' });
    const file = make('input', {
      type: 'file',
      accept: '.txt,.csv,.tsv,text/plain,text/csv',
      'aria-label': 'A file with the list',
    });
    file.addEventListener('change', async () => {
      const [chosen] = file.files ?? [];
      if (chosen && chosen.size < 1_000_000) field.value = decodeText(new Uint8Array(await chosen.arrayBuffer()));
    });
    const words =
      'Write or paste one agency a line. A second column, parted by a tab, is the kind of member. Or open a file:';
    if (
      (await ask(
        'Add a list of agencies',
        [make('p', {}, words), make('p', {}, file), field],
        [['add', 'Add them']],
      )) !== 'add'
    )
      return;
    const present = membersOf(this.sheet.values).map(({ name }) => name.trim().toLowerCase());
    const kinds = [...this.querySelectorAll<HTMLOptionElement>('#suggested-kinds option')].map(({ value }) => value);
    const listed = agenciesFrom(field.value, kinds);
    const fresh = listed.filter(({ name }) => !present.includes(name.toLowerCase()));
    const before = listed.length - fresh.length;
    const done = `${fresh.length} ${fresh.length === 1 ? 'agency' : 'agencies'} added.${before ? ` ${before} stood here before.` : ''}`;
    withUndo(this.sheet, done, () => {
      let changes: Changes = {};
      for (const { name, kind } of fresh)
        changes = { ...changes, ...addRow({ ...this.sheet.values, ...changes }, memberList, { name, kind }).changes };
      this.sheet.setMany(changes, 'elsewhere');
    });
  }

  private lookSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.showTwins(), 600);
  }

  /** Offers to make two spellings of one agency one. */
  private showTwins(): void {
    const members = membersOf(this.sheet.values);
    const pairs = spellings(members.map(({ name }) => name.trim())).slice(0, 5);
    this.twins.replaceChildren(
      ...pairs.map(([first, second]) => {
        const [one, other] = [first, second].map((name) => members.find((member) => member.name.trim() === name)!);
        const join = (): void =>
          withUndo(this.sheet, `“${second}” is “${first}” now.`, () => {
            const fill = Object.fromEntries(
              (['kind', 'person', 'contact'] as const).flatMap((field) =>
                !one![field] && other![field] ? [[`${memberList}.${one!.key}.${field}`, other![field]]] : [],
              ),
            );
            this.sheet.setMany({ ...removeRow(this.sheet.values, memberList, other!.key), ...fill }, 'elsewhere');
          });
        return make(
          'p',
          {},
          `“${first}” and “${second}” look like one agency. `,
          make('button', { type: 'button', onclick: join }, 'Make them one'),
        );
      }),
    );
  }

  private add(): void {
    const { key, changes } = addRow(this.sheet.values, memberList);
    this.sheet.setMany(changes);
    this.list.querySelector<HTMLElement>(`[data-key="${key}"] input`)?.focus();
    announce('One more agency added');
  }

  private change(changes: Changes, done: string): void {
    this.sheet.setMany(changes);
    announce(done);
  }
}

customElements.define('my-task-force', MyTaskForce);
