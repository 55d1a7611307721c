/** The filter over the grid of agencies: one kind of agency, some of the stages. Without it the whole grid shows. */
import { make } from './dom.ts';

const stages = [
  ['identification', 'Identify'],
  ['response', 'Respond'],
  ['products', 'Produce'],
  ['lead', 'Lead'],
] as const;

class AgencyGrid extends HTMLElement {
  private readonly select = make('select');
  private readonly boxes = stages.map(([stage]) => make('input', { type: 'checkbox', checked: true, value: stage }));
  private readonly status = make('p', { class: 'grid-status', role: 'status' });

  connectedCallback(): void {
    if (this.querySelector('form')) return;
    this.select.append(
      new Option('All kinds', ''),
      ...this.rows().map((row) => new Option(row.dataset['agency'], row.id)),
    );
    const fieldset = make(
      'fieldset',
      {},
      make('legend', {}, 'Stages'),
      ...this.boxes.map((box, index) => make('label', {}, box, stages[index]![1])),
    );
    const attributes = {
      class: 'grid-filter',
      'aria-label': 'Narrow the grid',
      autocomplete: 'off',
      onchange: () => this.show(),
      onsubmit: (event: Event) => event.preventDefault(),
    };
    this.prepend(make('form', attributes, make('label', {}, 'Kind of agency', this.select), fieldset), this.status);
    this.show();
    // A link to a row that the filter hides shows the whole grid again, so that no address leads nowhere.
    addEventListener('hashchange', () => this.reveal(location.hash));
    document.addEventListener('click', (event) => this.reveal((event.target as Element).closest('a')?.hash ?? ''), {
      capture: true,
    });
  }

  private rows(): HTMLTableSectionElement[] {
    return [...this.querySelectorAll('tbody')];
  }

  private show(): void {
    const shown = new Set<string>(this.boxes.filter(({ checked }) => checked).map(({ value }) => value));
    const rows = this.rows();
    for (const row of rows) row.hidden = this.select.value !== '' && row.id !== this.select.value;
    for (const line of this.querySelectorAll<HTMLElement>('[data-stage]'))
      line.hidden = !shown.has(line.dataset['stage']!);
    const count = rows.filter(({ hidden }) => !hidden).length;
    const names = stages.filter(([stage]) => shown.has(stage)).map(([, name]) => name.toLowerCase());
    const which =
      names.length === stages.length
        ? 'all stages'
        : names.length > 0
          ? `only ${names.join(', ')}`
          : 'only what is asked of each';
    this.status.textContent = `Showing ${count} of ${rows.length} kinds of agency, ${which}.`;
    this.status.toggleAttribute('data-narrowed', count < rows.length || names.length < stages.length);
  }

  private reveal(hash: string): void {
    const row = this.rows().find(({ id }) => hash === `#${id}`);
    if (!row?.hidden) return;
    this.select.value = '';
    this.show();
    row.scrollIntoView();
  }
}

customElements.define('agency-grid', AgencyGrid);
