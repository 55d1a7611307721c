/** The way to every section of the toolkit and to every pull-out behind it; in a set of sheets, to every sheet. */
import type { Document, Part } from '../../documents/document.ts';
import { h, type Child } from '../markup/element.ts';
import { inlines } from '../markup/inlines.ts';
import type { Medium } from '../markup/medium.ts';
import { words } from '../words.ts';

/** @param isFirst whether the title of the part stands on the cover, so that its sections are listed, not itself */
export function contents(
  { parts }: Document,
  isFirst: (part: Part) => boolean,
  mediumFor: (part: Part) => Medium,
): Child {
  const headings = parts.filter(isFirst).flatMap((part) => sections(part, mediumFor(part)));
  const behind = parts.filter((part) => !isFirst(part));
  const pullOuts = behind.map(({ id, kicker, title }) => entry(id, [title, ' ', h('small', {}, kicker)]));
  return h(
    'nav',
    { id: contentsId, 'aria-label': words.contents },
    headings.length > 0 ? [h('h2', {}, words.inside), h('ul', {}, headings)] : undefined,
    pullOuts.length > 0 ? [h('h2', {}, words.pullOuts), h('ul', {}, pullOuts)] : undefined,
  );
}

function sections({ blocks }: Part, medium: Medium): Child[] {
  return blocks.flatMap((block) =>
    block.kind === 'heading' && medium.level(block.level) === 2
      ? [entry(medium.id(block.anchor), inlines(block.children, plain(medium)))]
      : [],
  );
}

/** No anchor of the content holds a dot. */
export const contentsId = 'page.contents';

const entry = (id: string, children: Child): Child => h('li', {}, h('a', { href: `#${id}` }, children));

/** A link holds no other link and no field. */
const plain = (medium: Medium): Medium => ({
  ...medium,
  link: (_href, children) => children,
  cite: () => undefined,
  blank: ({ label }) => label,
});
