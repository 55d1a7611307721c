/** Inline nodes of a document as markup. */
import { suggestionMark } from '../../schemas/names.ts';
import type { DocInline } from '../../documents/document.ts';
import { h, type Child } from './element.ts';
import type { Medium } from './medium.ts';

type Handlers = { [Kind in DocInline['kind']]: (node: Extract<DocInline, { kind: Kind }>, medium: Medium) => Child };

const handlers = {
  text: ({ text }) => text,
  break: () => h('br'),
  strong: ({ children }, medium) => h('strong', {}, inlines(children, medium)),
  emphasis: ({ children }, medium) => h('em', {}, inlines(children, medium)),
  tag: ({ text }) => h('span', { class: 'tag' }, text),
  suggestion: () => h('span', { class: 'suggestion' }, suggestionMark),
  link: ({ href, children }, medium) => medium.link(href, inlines(children, medium)),
  cite: (cite, medium) => medium.cite(cite),
  field: (field, medium) => medium.blank(field),
} satisfies Handlers;

/** The markup of inline nodes. */
export function inlines(nodes: readonly DocInline[], medium: Medium): Child[] {
  return nodes.map((node) => (handlers[node.kind] as (node: DocInline, medium: Medium) => Child)(node, medium));
}
