/** Reads a PowerPoint file as PowerPoint does before it opens it: what would make it ask for a repair. */
import { strFromU8, unzipSync } from 'fflate';

export type Parts = Record<string, string>;

/** The parts of a file by their paths; pictures as text of no meaning. */
export function partsOf(bytes: Uint8Array): Parts {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, data]) => [path, strFromU8(data, !/\.(xml|rels|svg)$/.test(path))]),
  );
}

/** The parts of one kind in the order of their numbers. */
export function numbered(parts: Parts, folder: string): string[] {
  const number = (path: string) => Number(/(\d+)\.xml$/.exec(path)?.[1]);
  return Object.keys(parts)
    .filter((path) => path.startsWith(`ppt/${folder}/`) && path.endsWith('.xml'))
    .sort((a, b) => number(a) - number(b))
    .map((path) => parts[path]!);
}

/** The words of an XML part, paragraph by paragraph. */
export function paragraphsIn(xml: string): string[] {
  return [...xml.matchAll(/<a:p>(.*?)<\/a:p>/gs)].map(([, inner]) =>
    [...inner!.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text]) => plain(text!)).join(''),
  );
}
const plain = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

interface Relation {
  id: string;
  type: string;
  target: string;
  external: boolean;
}

/** The relationships of a part, their targets as paths. */
function relationsOf(parts: Parts, path: string): Relation[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const rels = parts[`${folder}_rels/${path.slice(folder.length)}.rels`] ?? '';
  return [...rels.matchAll(/<Relationship\s([^>]*)\/>/g)].map(([, text]) => {
    const { Id = '', Type = '', Target = '', TargetMode } = attributesOf(text!);
    const external = TargetMode === 'External';
    return {
      id: Id,
      type: Type.slice(Type.lastIndexOf('/') + 1),
      target: external ? Target : new URL(Target, `file:///${path}`).pathname.slice(1),
      external,
    };
  });
}

const attributesOf = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));

/** Everything that is wrong with a file, in words. */
export function faultsOf(bytes: Uint8Array): string[] {
  const parts = partsOf(bytes);
  const paths = Object.keys(parts);
  const xml = paths.filter((path) => /\.(xml|rels|svg)$/.test(path));
  return [
    ...xml.flatMap((path) => malformed(parts[path]!).map((fault) => `${path}: ${fault}`)),
    ...typeFaults(parts),
    ...relationFaults(parts),
    ...listFaults(parts),
    ...paths
      .filter((path) => /^ppt\/(slides|slideLayouts|slideMasters|notesSlides)\/[^/]*\.xml$/.test(path))
      .flatMap((path) => shapeFaults(parts[path]!).map((fault) => `${path}: ${fault}`)),
  ];
}

function malformed(xml: string): string[] {
  const open: string[] = [];
  const faults: string[] = [];
  const tags = /<\?[^?]*\?>|<\/([\w:]+)\s*>|<([\w:]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/g;
  for (const [, closed, name, attributes = '', empty] of xml.matchAll(tags)) {
    if (closed && open.pop() !== closed) faults.push(`</${closed}> closes nothing`);
    if (name && !empty) open.push(name);
    const names = [...attributes.matchAll(/([\w:.-]+)="/g)].map(([, attribute]) => attribute);
    if (new Set(names).size < names.length) faults.push(`<${name}> repeats an attribute`);
  }
  const rest = xml.replace(tags, '');
  if (/[<>]/.test(rest))
    faults.push(`markup that is none: ${rest.slice(Math.max(0, rest.search(/[<>]/) - 20)).slice(0, 60)}`);
  if (/&(?!(amp|lt|gt|quot|apos|#\d+|#x[\dA-Fa-f]+);)/.test(xml)) faults.push('a bare &');
  if (/[\x00-\x08\x0b\x0c\x0e-\x1f]/.test(xml)) faults.push('a control character');
  return [...faults, ...open.map((name) => `<${name}> stays open`)];
}

function typeFaults(parts: Parts): string[] {
  const types = parts['[Content_Types].xml']!;
  const defaults = [...types.matchAll(/<Default Extension="([^"]*)"/g)].map(([, extension]) => extension!);
  const overrides = [...types.matchAll(/<Override PartName="\/([^"]*)"/g)].map(([, path]) => path!);
  return [
    ...overrides.filter((path) => !(path in parts)).map((path) => `a type for ${path}, which does not exist`),
    ...repeated([...defaults, ...overrides]).map((name) => `two types for ${name}`),
    ...Object.keys(parts)
      .filter(
        (path) =>
          path !== '[Content_Types].xml' &&
          !overrides.includes(path) &&
          (path.endsWith('.xml') || !defaults.some((extension) => path.endsWith(`.${extension}`))),
      )
      .map((path) => `no type for ${path}`),
  ];
}

function relationFaults(parts: Parts): string[] {
  const reached = new Set(['[Content_Types].xml', ...Object.keys(parts).filter((path) => path.endsWith('.rels'))]);
  const faults: string[] = [];
  for (const path of ['', ...Object.keys(parts).filter((name) => !name.endsWith('.rels'))]) {
    const relations =
      path === '' ? relationsOf({ '_rels/.rels': parts['_rels/.rels']! }, '') : relationsOf(parts, path);
    faults.push(...repeated(relations.map(({ id }) => id)).map((id) => `${path}: two relationships ${id}`));
    for (const { id, target, external } of relations) {
      if (external) continue;
      reached.add(target);
      if (!(target in parts)) faults.push(`${path}: ${id} leads to ${target}, which does not exist`);
    }
    const used = new Set([...(parts[path] ?? '').matchAll(/\sr:(?:id|embed|link)="([^"]*)"/g)].map(([, id]) => id!));
    if (path.endsWith('.xml'))
      faults.push(
        ...[...used]
          .filter((id) => !relations.some((relation) => relation.id === id))
          .map((id) => `${path}: no relationship ${id}`),
      );
  }
  const themes = Object.keys(parts)
    .filter((path) => /Masters\/[^/]*\.xml$/.test(path))
    .map((path) => relationsOf(parts, path).find(({ type }) => type === 'theme')?.target ?? 'none');
  return [
    ...faults,
    ...repeated(themes).map((theme) => `two masters share ${theme}`),
    ...Object.keys(parts)
      .filter((path) => !reached.has(path))
      .map((path) => `nothing leads to ${path}`),
  ];
}

/** The lists of the presentation and of the master: their order, their ids, what they name. */
function listFaults(parts: Parts): string[] {
  const presentation = parts['ppt/presentation.xml']!;
  const order = [
    ...presentation.matchAll(/<p:(sldMasterIdLst|notesMasterIdLst|sldIdLst|sldSz|notesSz|defaultTextStyle)\b/g),
  ].map(([, name]) => name);
  const ids = [presentation, parts['ppt/slideMasters/slideMaster1.xml']!].flatMap((xml) =>
    [...xml.matchAll(/<p:(?:sldMasterId|sldLayoutId) id="(\d+)"/g)].map(([, id]) => id!),
  );
  const slides = [...presentation.matchAll(/<p:sldId id="(\d+)"/g)].map(([, id]) => id!);
  const layouts = parts['ppt/slideMasters/slideMaster1.xml']!.match(/<p:sldLayoutId /g)?.length;
  return [
    ...(order.join() === 'sldMasterIdLst,notesMasterIdLst,sldIdLst,sldSz,notesSz,defaultTextStyle'
      ? []
      : [`lists in the order ${order.join(', ')}`]),
    ...repeated(ids).map((id) => `two masters or layouts ${id}`),
    ...repeated(slides).map((id) => `two slides ${id}`),
    ...(slides.length === numbered(parts, 'slides').length ? [] : ['slides without a place in the list']),
    ...(layouts === numbered(parts, 'slideLayouts').length ? [] : ['layouts without a place in the list']),
  ];
}

function shapeFaults(xml: string): string[] {
  const ids = [...xml.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id!);
  const places = [...xml.matchAll(/<p:ph ([^>]*)\/>/g)].map(([, text]) => text!);
  const paragraphs = [...xml.matchAll(/<a:p>(.*?)<\/a:p>/gs)].map(([, inner]) => inner!);
  return [
    ...repeated(ids).map((id) => `two shapes ${id}`),
    ...repeated(places).map((place) => `two placeholders ${place}`),
    ...paragraphs
      .filter((inner) => inner.lastIndexOf('<a:pPr') > 0)
      .map((inner) => `properties inside a paragraph: ${inner.slice(0, 80)}`),
    ...[...xml.matchAll(/<p:txBody>(.*?)<\/p:txBody>/gs)]
      .filter(([, body]) => !body!.includes('<a:p>'))
      .map(() => 'a text without a paragraph'),
  ];
}

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
