/** A template as filled in: words in its blanks, clauses repeated and left out, who signs. */
import { blankName, copiesOf, setSwitch, signersOf } from '../../../../documents/fill-template.ts';
import { signatureLines } from '../../../../schemas/names.ts';
import { make } from '../../../shell/dom.ts';
import { countClauses } from '../../template/clauses.ts';
import { store } from '../../../store/store.ts';
import type { Filler } from './filler.ts';

export const fillTemplate: Filler = (tool, values) => {
  const document = tool.querySelector<HTMLElement>('.document')!;
  for (const part of document.querySelectorAll<HTMLElement>('[data-set]'))
    if (values[setSwitch(part.dataset['set']!)]) part.remove();
  for (const part of document.querySelectorAll<HTMLElement>('[data-optional]')) {
    const isClause = part.dataset['clause'] !== undefined;
    if (values[`${isClause ? 'clause' : 'article'}.${part.dataset[isClause ? 'clause' : 'article']!}.off`])
      part.remove();
    else [...part.querySelectorAll('small.tag')].find(({ textContent }) => textContent === 'Optional')?.remove();
  }
  for (const clause of document.querySelectorAll<HTMLElement>('[data-repeats]')) {
    const id = clause.dataset['clause']!;
    const copies = copiesOf({ id, repeats: clause.dataset['repeats'] } as Parameters<typeof copiesOf>[0], values);
    clause.replaceWith(...copies.map((key, index) => copyOf(clause, key && `clause.${id}.${key}`, index, values)));
  }
  writeBlanks(document, values);
  const signatures = document.querySelector('.signatures');
  if (signatures) drawSigners(signatures, values);
  countClauses(document, store.sheet(tool.dataset['sheet']!));
};

function copyOf(
  clause: HTMLElement,
  copy: string,
  index: number,
  values: Readonly<Record<string, string>>,
): HTMLElement {
  const one = clause.cloneNode(true) as HTMLElement;
  if (index > 0) for (const element of [one, ...one.querySelectorAll('[id]')]) element.removeAttribute('id');
  writeBlanks(one, values, copy);
  return one;
}

/** Writes into every blank that has words and was not written yet. */
function writeBlanks(scope: ParentNode, values: Readonly<Record<string, string>>, copy = ''): void {
  for (const blank of scope.querySelectorAll<HTMLElement>('.blank[data-blank]:not([data-written])')) {
    const words = values[blankName(blank.dataset['blank']!, copy)]?.trim() ?? '';
    if (words) blank.replaceChildren(words);
    blank.classList.toggle('filled', words !== '');
    blank.dataset['written'] = '';
  }
}

function drawSigners(holder: Element, values: Readonly<Record<string, string>>): void {
  const signers = [...holder.querySelectorAll('dt')].map(({ textContent }) => textContent!);
  const all = signersOf({ signatures: { signers } } as unknown as Parameters<typeof signersOf>[0], values);
  holder.replaceChildren(
    ...all.map(({ label, values: words }) =>
      make(
        'dl',
        {},
        make('dt', {}, label),
        ...signatureLines.map((line, index) =>
          make('dd', {}, words[index] ? make('span', { class: 'signed' }, words[index]) : '', line),
        ),
      ),
    ),
  );
}
