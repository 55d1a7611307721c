/** The few moves on parsed HTML that cutting needs. */
import { defaultTreeAdapter as adapter, html, type DefaultTreeAdapterMap } from 'parse5';
import { attribute, type Element } from '../html.ts';

export type Node = DefaultTreeAdapterMap['node'];
export type Fragment = DefaultTreeAdapterMap['documentFragment'];

/** Every element below a node in document order, template contents included; safe while elements are taken out. */
export function* elementsIn(node: Node): Generator<Element> {
  const left = childElements(node).reverse();
  for (let element = left.pop(); element; element = left.pop()) {
    yield element;
    if (element.parentNode) left.push(...childElements(element).reverse());
  }
}

/** The elements directly below a node. */
export function childElements(node: Node): Element[] {
  const children = 'content' in node ? node.content.childNodes : 'childNodes' in node ? node.childNodes : [];
  return children.filter((child): child is Element => 'tagName' in child);
}

/** The first element below a node that passes. */
export function find(node: Node, passes: (element: Element) => boolean): Element | undefined {
  for (const element of elementsIn(node)) if (passes(element)) return element;
  return undefined;
}

export function hasClass(element: Element, name: string): boolean {
  const classes = attribute(element, 'class');
  return classes !== undefined && classes.includes(name) && classes.split(/\s+/).includes(name);
}

/** The words of a node. */
export function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** Sets an attribute; undefined takes it away. */
export function setAttribute(element: Element, name: string, value: string | undefined): void {
  const known = element.attrs.find((candidate) => candidate.name === name);
  if (value === undefined) element.attrs = element.attrs.filter((candidate) => candidate !== known);
  else if (known) known.value = value;
  else element.attrs.push({ name, value });
}

/** Puts the contents of an element in its place. */
export function unwrap(element: Element): void {
  for (const child of [...element.childNodes]) {
    adapter.detachNode(child);
    adapter.insertBefore(element.parentNode!, child, element);
  }
  adapter.detachNode(element);
}

/** Replaces the contents of an element by words. */
export function setText(element: Element, words: string): void {
  for (const child of [...element.childNodes]) adapter.detachNode(child);
  adapter.insertText(element, words);
}

/** A new element. */
export function create(tag: string, attributes: Record<string, string>, ...children: (Element | string)[]): Element {
  const element = adapter.createElement(
    tag,
    html.NS.HTML,
    Object.entries(attributes).map(([name, value]) => ({ name, value })),
  );
  for (const child of children) {
    if (typeof child === 'string') adapter.insertText(element, child);
    else adapter.appendChild(element, child);
  }
  return element;
}
