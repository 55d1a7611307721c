/** <my-task-force>: who the task force is, written once and offered wherever a tool asks for it. */
import { memberList } from '../../tools/task-force.ts';
import { announce, focusedOrder, orderButtons, placeInOrder, refocus } from '../shell/dom.ts';
import { bindControls } from '../store/controls.ts';
import { addRow, moveRow, removeRow, rowsOf, type Changes } from '../store/rows.ts';
import { store } from '../store/store.ts';

class MyTaskForce extends HTMLElement {
  private readonly sheet = store.sheet(this.dataset['sheet']!);
  private readonly list = this.querySelector<HTMLElement>('[data-rows]')!;
  private readonly pattern = this.querySelector<HTMLTemplateElement>('template')!;
  private readonly adding = this.querySelector<HTMLButtonElement>('[data-add]')!;

  connectedCallback(): void {
    const show = bindControls(this, this.sheet);
    const draw = (): void => {
      this.draw();
      show();
    };
    this.sheet.subscribe(({ fields }) => fields.includes(`${memberList}.rows`) && draw());
    this.adding.addEventListener('click', () => this.add());
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
      const remove = () => this.change(removeRow(this.sheet.values, memberList, key), 'Removed');
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
