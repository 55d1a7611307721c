/** The filter over the grid of agencies: one kind of agency, some of the stages. Without it the whole grid shows. */

const stages = [['identification', 'Identify'], ['response', 'Respond'], ['products', 'Produce'], ['lead', 'Lead']] as const;

class AgencyGrid extends HTMLElement {
  private readonly select = document.createElement('select');
  private readonly boxes = stages.map(([stage]) => Object.assign(document.createElement('input'), { type: 'checkbox', checked: true, value: stage }));
  private readonly status = document.createElement('p');

  connectedCallback(): void {
    if (this.querySelector('form')) return;
    this.select.append(new Option('All kinds', ''), ...this.rows().map((row) => new Option(row.dataset['agency'], row.id)));
    const fieldset = document.createElement('fieldset');
    fieldset.append(make('legend', 'Stages'), ...this.boxes.map((box, index) => make('label', box, stages[index]![1])));
    const form = make('form', make('label', 'Kind of agency', this.select), fieldset);
    form.className = 'grid-filter';
    form.setAttribute('aria-label', 'Narrow the grid');
    form.autocomplete = 'off';
    form.addEventListener('change', () => this.show());
    form.addEventListener('submit', (event) => event.preventDefault());
    this.status.className = 'grid-status';
    this.status.setAttribute('role', 'status');
    this.prepend(form, this.status);
    this.show();
    // A link to a row that the filter hides shows the whole grid again, so that no address leads nowhere.
    addEventListener('hashchange', () => this.reveal(location.hash));
    document.addEventListener('click', (event) => this.reveal((event.target as Element).closest('a')?.hash ?? ''), { capture: true });
  }

  private rows(): HTMLTableSectionElement[] {
    return [...this.querySelectorAll('tbody')];
  }

  private show(): void {
    const shown = new Set<string>(this.boxes.filter(({ checked }) => checked).map(({ value }) => value));
    const rows = this.rows();
    for (const row of rows) row.hidden = this.select.value !== '' && row.id !== this.select.value;
    for (const line of this.querySelectorAll<HTMLElement>('[data-stage]')) line.hidden = !shown.has(line.dataset['stage']!);
    const count = rows.filter(({ hidden }) => !hidden).length;
    const names = stages.filter(([stage]) => shown.has(stage)).map(([, name]) => name.toLowerCase());
    const which = names.length === stages.length ? 'all stages' : names.length > 0 ? `only ${names.join(', ')}` : 'only what is asked of each';
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

function make<Name extends keyof HTMLElementTagNameMap>(name: Name, ...children: (Node | string)[]): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.append(...children);
  return element;
}

customElements.define('agency-grid', AgencyGrid);
