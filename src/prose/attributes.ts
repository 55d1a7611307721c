import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import type { Attributes, Rules } from './elements.ts';
import { didYouMean } from './problem.ts';

export type MdxElement = MdxJsxFlowElement | MdxJsxTextElement;

/** The attributes of a component held against its rules, with all that is wrong with them. */
export function readAttributes(node: MdxElement, rules: Rules): { attributes: Attributes; problems: { problem: string; fix: string }[] } {
  const name = node.name ?? '';
  const attributes: Record<string, string> = {};
  const problems: { problem: string; fix: string }[] = [];
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') {
      problems.push({ problem: `<${name}>: an attribute is not plain text`, fix: 'Write attribute="text".' });
      continue;
    }
    const rule = rules[attribute.name];
    attributes[attribute.name] = attribute.value;
    if (!rule) problems.push({ problem: `<${name}>: unknown attribute \`${attribute.name}\``, fix: didYouMean(attribute.name, Object.keys(rules)) });
    else if (typeof rule === 'object' && !rule.includes(attribute.value)) {
      problems.push({ problem: `<${name}>: \`${attribute.name}\` cannot be \`${attribute.value}\``, fix: didYouMean(attribute.value, rule) });
    }
  }
  for (const [key, rule] of Object.entries(rules)) {
    if (rule !== 'optional' && !attributes[key]) problems.push({ problem: `<${name}> needs \`${key}\``, fix: `Write <${name} ${key}="…">.` });
  }
  return { attributes, problems };
}
