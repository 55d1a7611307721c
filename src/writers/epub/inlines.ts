/** Inline nodes of a document as XHTML. */
import type { DocInline, Field } from '../../model/document.ts';
import { h, type Child } from './xml.ts';

/** Where a link leads from within the book: an internal `#part.anchor` becomes the address of a file of the book. */
export type Resolve = (href: string) => string;

type Handlers = { [Kind in DocInline['kind']]: (node: Extract<DocInline, { kind: Kind }>, resolve: Resolve) => Child };

const handlers = {
  text: ({ text }) => text,
  break: () => h('br'),
  strong: ({ children }, resolve) => h('strong', {}, inlines(children, resolve)),
  emphasis: ({ children }, resolve) => h('em', {}, inlines(children, resolve)),
  tag: ({ text }) => h('span', { class: 'tag' }, text),
  link: ({ href, children }, resolve) => h('a', { href: resolve(href) }, inlines(children, resolve)),
  cite: ({ n, first }) => h('sup', {}, h('a', { 'epub:type': 'noteref', role: 'doc-noteref', href: `#${noteId(n)}`, id: first ? citeId(n) : undefined, 'aria-label': `Note ${n}` }, `[${n}]`)),
  field: (field) => blank(field),
} satisfies Handlers;

/** The XHTML of inline nodes. */
export function inlines(nodes: readonly DocInline[], resolve: Resolve): Child[] {
  return nodes.map((node) => (handlers[node.kind] as (node: DocInline, resolve: Resolve) => Child)(node, resolve));
}

/** The ids of notes and of their first use. No anchor of the content holds a dot. */
export const noteId = (n: number) => `note.${n}`;
export const citeId = (n: number) => `cite.${n}`;

/** A place to fill in within a text: what was written, or its label on a line. */
function blank({ label, size, value }: Field): Child {
  return value ? h('span', { class: 'filled' }, value) : h('span', { class: size === 'lines' ? 'blank lines' : 'blank' }, `[${label}]`);
}

/** A line of its own to write on, or what was written there. */
export function rule(value: string | undefined): Child {
  return value ? h('span', { class: 'filled' }, value) : h('span', { class: 'rule', role: 'img', 'aria-label': 'to fill in' });
}
