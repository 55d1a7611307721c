/** <open-example>: puts the sheet of Example County, an invented place, into the tool of this page, as a copy to change. */
import { loadScript } from '../shell/load-script.ts';
import { siteRoot } from '../shell/site.ts';
import { agreed } from '../store/ask-to-keep.ts';
import { store } from '../store/store.ts';
import type { Sheets } from '../store/sheet-values.ts';
import { attempt } from './export-buttons.ts';

/** The link of the example's page ends in this: then the copy opens by itself. */
const fragment = '#open-example';
const words =
  'This sheet holds words of yours. The example takes their place. You can undo it in the line about keeping.';

class OpenExample extends HTMLElement {
  connectedCallback(): void {
    const open = attempt(() => this.open());
    this.querySelector('button')!.addEventListener('click', open);
    if (location.hash === fragment) open();
  }

  private async open(): Promise<string> {
    const id = this.dataset['sheet']!;
    const holdsWords = Object.keys(store.sheet(id).values).length > 0;
    if (holdsWords && !(await agreed('Open the example here?', words, ['replace', 'Open the example']))) return '';
    await loadScript(new URL(`example-county/${id}/sheet.js`, siteRoot()).href);
    store.open({ ...store.all, [id]: globalThis.csec!.examples![id]! } as Sheets, 'replace');
    return 'The example is open. It is invented: change it to fit your county.';
  }
}

customElements.define('open-example', OpenExample);
