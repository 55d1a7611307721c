/** The boxes to tick: what is offered, what is chosen, and the box that finds a part. */
import { wholeAround } from '../../../tools/packet.ts';

/** A part that can be chosen. */
export interface Offered {
  name: string;
  title: string;
  /** What it is or where it comes from. */
  from: string;
  /** The day of its last review, as YYYY-MM-DD. */
  reviewed: string;
}

const boxesIn = (root: ParentNode) => [...root.querySelectorAll<HTMLInputElement>('input[name=part]')];

/** All parts that the page offers, by name. */
export function offeredIn(root: ParentNode): Map<string, Offered> {
  return new Map(
    boxesIn(root).map(({ value, dataset }) => [
      value,
      { name: value, title: dataset['title']!, from: dataset['from']!, reviewed: dataset['reviewed']! },
    ]),
  );
}

/** Ticks what is chosen. The sections of a toolkit that is chosen whole are ticked, too, and wait. */
export function showChosen(root: ParentNode, parts: readonly string[]): void {
  for (const box of boxesIn(root)) {
    box.disabled = wholeAround(parts, box.value) !== undefined;
    box.checked = box.disabled || parts.includes(box.value);
  }
  for (const group of root.querySelectorAll('[data-group]')) {
    const count = boxesIn(group).filter(({ checked, disabled }) => checked && !disabled).length;
    group.querySelector('[data-count]')!.textContent = count > 0 ? `${count} chosen` : '';
  }
}

/** Lets a search box leave only the parts whose words it holds; groups open while it does. */
export function bindFinder(root: HTMLElement): void {
  const finder = root.querySelector<HTMLInputElement>('[data-find]')!;
  const groups = [...root.querySelectorAll<HTMLDetailsElement>('[data-group]')];
  let before: boolean[] | undefined;
  finder.addEventListener('input', () => {
    const words = wordsOf(finder.value);
    if (words.length > 0) before ??= groups.map(({ open }) => open);
    const found = groups.map((group) => narrow(group, words));
    groups.forEach(
      (group, index) => (group.open = words.length > 0 ? found[index]! > 0 : (before?.[index] ?? group.open)),
    );
    if (words.length === 0) before = undefined;
    const all = found.reduce((sum, count) => sum + count, 0);
    root.querySelector('[data-found]')!.textContent =
      words.length === 0
        ? ''
        : all === 0
          ? 'No part has these words in its title.'
          : all === 1
            ? 'One part found.'
            : `${all} parts found.`;
  });
}

/** Hides the parts of a group without these words, and lists without parts. @returns how many stay */
function narrow(group: HTMLElement, words: readonly string[]): number {
  const title = group.querySelector('summary')!.textContent!;
  const labels = [...group.querySelectorAll('label')];
  for (const label of labels) {
    const text = wordsOf(`${title} ${label.textContent}`).join(' ');
    label.hidden = !words.every((word) => text.includes(word));
  }
  for (const list of group.querySelectorAll('fieldset')) list.hidden = !list.querySelector('label:not([hidden])');
  const count = labels.filter(({ hidden }) => !hidden).length;
  group.hidden = count === 0;
  return count;
}

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
