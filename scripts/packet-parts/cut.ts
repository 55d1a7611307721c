/** Cuts one part out of a built page: the page without its shell, or one section of it with the notes that it uses. */
import { defaultTreeAdapter as adapter, parse, parseFragment, serializeOuter } from 'parse5';
import { partNamed, partPrefix } from '../../src/tools/packet.ts';
import { attribute, type Element } from '../html.ts';
import { relative } from '../pages.ts';
import { renumberNotes } from './notes.ts';
import {
  childElements,
  create,
  elementsIn,
  find,
  hasClass,
  setAttribute,
  textOf,
  unwrap,
  type Fragment,
  type Node,
} from './tree.ts';

/** The folder of the packet page, where the part's links start. */
const from = 'packet/index.html';
/** What belongs to the page and not to its words. */
const shellClasses = ['no-print', 'copy', 'slides-file', 'actions', 'changes', 'term-card'];
const shellTags = ['script', 'style', 'template', 'dialog', 'noscript', 'datalist', 'button'];
/** Attributes that name ids. */
const idReferences = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'headers', 'list'];

/** The text of a built page, as parsed HTML. Its addresses still start at the root. */
export function articleOf(page: string): Element {
  return find(parse(page), (element) => element.tagName === 'article' && hasClass(element, 'sheet'))!;
}

/** The HTML of a part; the article stays as it is. @throws Error when the article has no such section */
export function cutPart(article: Element, named: string): string {
  const { ref, id, section } = partNamed(named);
  const children = childElements(article);
  const nodes = section
    ? [...sectionOf(children, section, named), ...children.filter((child) => hasClass(child, 'notes'))]
    : children;
  const part = parseFragment(nodes.map((node) => serializeOuter(node)).join('\n'));
  dropShell(part);
  if (section) adapter.insertBefore(part, origin(article), part.childNodes[0]!);
  renumberNotes(part);
  levelHeadings(part, section ? 1 : 2);
  calmLandmarks(part);
  const title = find(part, isHeading)!;
  const prefix = partPrefix(named);
  const own = attribute(title, 'id') ?? 'title';
  setAttribute(title, 'id', own);
  address(part, `/${ref}/${id}/`, prefix);
  const toolkit = attribute(article, 'data-toolkit');
  const attributes = {
    class: 'sheet part',
    'data-part': named,
    ...(toolkit ? { 'data-toolkit': toolkit } : {}),
    'aria-labelledby': prefix + own,
  };
  const whole = create('section', attributes);
  for (const child of [...part.childNodes]) {
    adapter.detachNode(child);
    adapter.appendChild(whole, child);
  }
  return serializeOuter(whole);
}

const isHeading = ({ tagName }: Element): boolean => /^h[1-4]$/.test(tagName);

/** The blocks of a section: from its heading up to the next one of the second level. */
function sectionOf(blocks: readonly Element[], section: string, named: string): Element[] {
  const headingOf = (block: Element): Element | undefined =>
    [block, ...childElements(block).slice(0, 1)].find(({ tagName }) => tagName === 'h2');
  const start = blocks.findIndex((block) => attribute(headingOf(block) ?? block, 'id') === section && headingOf(block));
  if (start < 0) throw new Error(`The page has no section \`${named}\` for the packet.`);
  const length = blocks.slice(start + 1).findIndex(headingOf);
  return blocks.slice(start, length < 0 ? undefined : start + 1 + length);
}

/** Where a section comes from: its toolkit, the day of review, and on paper the address. */
function origin(article: Element): Element {
  const words = (passes: (element: Element) => boolean) => textOf(find(article, passes)!).trim();
  const toolkit = `${words((element) => hasClass(element, 'cover-number'))}: ${words(({ tagName }) => tagName === 'h1')}`;
  const reviewed = words((element) => attribute(element, 'id') === 'changes');
  return create(
    'div',
    { class: 'byline' },
    create('p', {}, `${toolkit} · ${reviewed}`),
    create('p', { class: 'source-line', 'data-address': '' }, 'CSEC Task Force Toolkits'),
  );
}

/** Takes out what only the page needs. Inside of tools all but links to copy and terms stays, since tools need it to start. */
function dropShell(part: Fragment): void {
  for (const element of elementsIn(part)) {
    const isShell = shellTags.includes(element.tagName) || shellClasses.some((name) => hasClass(element, name));
    if (hasClass(element, 'term')) unwrap(element);
    else if (hasClass(element, 'copy') || hasClass(element, 'slides-file') || (isShell && !inTool(element)))
      adapter.detachNode(element);
    else if (element.tagName.includes('-')) rename(element);
    element.attrs = element.attrs.filter(({ name }) => !name.startsWith('data-pagefind'));
  }
}

/** Makes a custom element an ordinary one. What fills in a sheet notes its name: it starts only where somebody has filled it in. */
function rename(element: Element): void {
  if (attribute(element, 'data-sheet')) setAttribute(element, 'data-tool', element.tagName);
  element.tagName = element.nodeName = 'div';
}

function inTool(element: Element): boolean {
  for (let node: Node | null = element.parentNode; node && 'tagName' in node; node = node.parentNode)
    if (attribute(node, 'data-tool')) return true;
  return false;
}

/** Tells the levels of headings inside a packet, whose parts stand below its own title; they look as on their page. */
function levelHeadings(part: Fragment, deeper: number): void {
  const notes = find(part, (element) => hasClass(element, 'notes'));
  for (const element of elementsIn(part)) {
    if (isHeading(element))
      setAttribute(
        element,
        'aria-level',
        String(element.parentNode === notes ? 4 : Number(element.tagName[1]) + deeper),
      );
  }
}

/** Sections and boxes of one packet may share their names: only whole parts stay landmarks. */
function calmLandmarks(part: Fragment): void {
  for (const element of elementsIn(part)) {
    if (element.tagName === 'section')
      for (const name of ['aria-labelledby', 'aria-label']) setAttribute(element, name, undefined);
    if (element.tagName === 'aside') setAttribute(element, 'role', 'note');
    if (attribute(element, 'role') === 'region') setAttribute(element, 'role', 'group');
  }
}

/** Makes ids the part's own, and lets every link lead where it led. */
function address(part: Fragment, page: string, prefix: string): void {
  const ids = new Set([...elementsIn(part)].flatMap((element) => attribute(element, 'id') ?? []));
  const own = (id: string) => (ids.has(id) ? prefix + id : id);
  const target = (href: string): string => {
    const [path = '', fragment] = href.split('#') as [string, string?];
    if ((path === '' || path === page) && fragment !== undefined && ids.has(fragment)) return `#${prefix}${fragment}`;
    return path === '' || path.startsWith('/')
      ? relative(from, (path || page) + (fragment === undefined ? '' : `#${fragment}`))
      : href;
  };
  for (const element of elementsIn(part)) {
    if (hasClass(element, 'source-line')) setAttribute(element, 'data-address', relative(from, page));
    for (const attr of element.attrs) {
      if (attr.name === 'id') attr.value = own(attr.value);
      else if (idReferences.includes(attr.name)) attr.value = attr.value.split(/\s+/).map(own).join(' ');
      else if (attr.name === 'href' || attr.name === 'src') attr.value = target(attr.value);
      else attr.value = attr.value.replaceAll(/url\(#([^)]+)\)/g, (_all, id: string) => `url(#${own(id)})`);
    }
  }
}
