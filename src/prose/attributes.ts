/** What the tags of components carry, held against the rules of `elements.ts`. */
import type { Node } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { named, type Attributes, type Rules } from './elements.ts';
import { didYouMean } from './problem.ts';
import { curled } from './quotation-marks.ts';

export type MdxElement = MdxJsxFlowElement | MdxJsxTextElement;
/** Takes down what is wrong with a node. */
export type Fail = (node: Pick<Node, 'position'>, problem: string, fix: string) => void;

/** The attributes of a component, words with curly quotation marks; undefined when something is wrong with them. */
export function readAttributes(node: MdxElement, rules: Rules, fail: Fail): Attributes | undefined {
  const name = node.name ?? '';
  const attributes: Record<string, string> = {};
  let isRight = true;
  const wrong = (problem: string, fix: string): void => {
    isRight = false;
    fail(node, `<${name}>${problem}`, fix);
  };
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') {
      wrong(': an attribute is not plain text', 'Write attribute="text".');
      continue;
    }
    const { value } = attribute;
    const rule = named(rules, attribute.name);
    if (!rule) wrong(`: unknown attribute \`${attribute.name}\``, didYouMean(attribute.name, Object.keys(rules)));
    else if (typeof rule === 'object' && !rule.includes(value))
      wrong(`: \`${attribute.name}\` cannot be \`${value}\``, didYouMean(value, rule));
    else attributes[attribute.name] = rule === 'words' || rule === 'optional words' ? curled(value) : value;
  }
  // A name that is mistyped is not missing as well.
  for (const [key, rule] of isRight ? Object.entries(rules) : []) {
    const isGiven = node.attributes.some(
      (attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === key && attribute.value !== '',
    );
    if (rule !== 'optional words' && !isGiven) wrong(` needs \`${key}\``, `Write <${name} ${key}="…">.`);
  }
  return isRight ? attributes : undefined;
}
