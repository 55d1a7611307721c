import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placeInOrder } from '../../../src/client/shell/dom.ts';

/** A parent of letters, and which of them were put somewhere. */
function parentOf(letters: string) {
  const [children, moved]: string[][] = [[...letters], []];
  const insertBefore = (child: string, next: string | null): void => {
    moved!.push(child);
    if (children!.includes(child)) children!.splice(children!.indexOf(child), 1);
    children!.splice(next === null ? children!.length : children!.indexOf(next), 0, child);
  };
  return { parent: { children, insertBefore } as unknown as Element, children: children!, moved: moved! };
}
const place = (parent: Element, letters: string, from?: number): void =>
  placeInOrder(parent, [...letters] as unknown as Element[], from);

it('puts elements into any order, behind those that stand first', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...'abcdef']), (order) => {
      const { parent, children } = parentOf('xyabcdef');
      place(parent, order.join(''), 2);
      expect(children.slice(0, 2 + order.length).join('')).toBe(`xy${order.join('')}`);
    }),
  );
});

it('leaves alone what stays, so that a field keeps the focus', () => {
  const { parent, moved } = parentOf('abcde');
  place(parent, 'abcde');
  expect(moved).toEqual([]);
  place(parent, 'abNcde');
  expect(moved).toEqual(['N']);
  place(parent, 'adbNce');
  expect(moved).toEqual(['N', 'd']);
});
