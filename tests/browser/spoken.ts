/** A part of a page as a screen reader gets it from the browser: each thing in its order, as a line of its role, name, state and description. */
import type { CDPSession, Page } from 'playwright-core';

interface Node {
  nodeId: string;
  ignored: boolean;
  role?: { value: string };
  name?: { value?: string };
  description?: { value?: string };
  value?: { value?: unknown };
  properties?: { name: string; value: { value?: unknown } }[];
  childIds?: string[];
  backendDOMNodeId?: number;
}

/** States that are spoken. */
const states = ['checked', 'pressed', 'expanded', 'disabled', 'required', 'invalid', 'level'];
/** Roles that only hold others, and pieces of what is spoken already. */
const silent = [
  'none',
  'generic',
  'InlineTextBox',
  'LineBreak',
  'ListMarker',
  'LabelText',
  'LayoutTableCell',
  'rowgroup',
];
/** Roles whose name is spoken instead of what is in them. */
const whole = ['button', 'link', 'image', 'checkbox', 'radio', 'textbox', 'option', 'DisclosureTriangle', 'math'];

/** @param most lines; what follows is left out */
export async function spoken(page: Page, selector: string, most = 60): Promise<string> {
  // With no screen reader there, Chromium leaves out what is not drawn yet (`content-visibility`); with one, it does not.
  await page
    .locator(selector)
    .first()
    .evaluate((part) => part.scrollIntoView());
  const session = await page.context().newCDPSession(page);
  try {
    await session.send('Accessibility.enable');
    // The browser tells of what is new a moment later: it is done when it says the same twice.
    let before = '';
    for (let reading = 0; reading < 20; reading++) {
      const now = (await linesIn(session, selector)).slice(0, most).join('\n');
      if (now === before) break;
      before = now;
      await page.waitForTimeout(200);
    }
    return `${before}\n`;
  } finally {
    await session.detach();
  }
}

async function linesIn(session: CDPSession, selector: string): Promise<string[]> {
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: Node[] };
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { node } = await session.send('DOM.describeNode', { nodeId });
  const known = new Map(nodes.map((one) => [one.nodeId, one]));
  const lines: string[] = [];
  const read = (one: Node, depth: number): void => {
    const line = one.ignored ? undefined : lineOf(one);
    if (line) lines.push('  '.repeat(depth) + line);
    if (line && whole.includes(one.role!.value)) return;
    for (const id of one.childIds ?? []) if (known.has(id)) read(known.get(id)!, depth + (line ? 1 : 0));
  };
  const start = nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === node.backendNodeId);
  if (start) read(start, 0);
  return lines;
}

function lineOf({ role, name, description, value, properties = [] }: Node): string | undefined {
  const kind = role?.value ?? 'none';
  const words = (name?.value ?? '').replace(/\s+/g, ' ').trim();
  if (silent.includes(kind)) return undefined;
  if (kind === 'StaticText') return words ? `“${words}”` : undefined;
  const said = properties
    .filter((one) => states.includes(one.name) && one.value.value !== false && one.value.value !== 'false')
    .map((one) =>
      one.value.value === true || one.value.value === 'true' ? one.name : `${one.name} ${String(one.value.value)}`,
    );
  const off = properties.some((one) => ['checked', 'pressed'].includes(one.name) && one.value.value === 'false')
    ? ['off']
    : [];
  return [
    kind,
    words && `“${words}”`,
    value?.value !== undefined && value.value !== '' && `= ${String(value.value)}`,
    ...said,
    ...off,
    description?.value && `(${description.value.replace(/\s+/g, ' ').trim()})`,
  ]
    .filter(Boolean)
    .join(' ');
}
