/**
 * The choice of a packet: names of parts, in order. `chair.judges` is a section of a toolkit, `chair` the whole of it,
 * `duties/chair` another page. The names stand in links that people keep, so they never change their meaning.
 */

/** A page, or one section of a toolkit. */
export interface Part {
  ref: string;
  id: string;
  section?: string;
}

/** Letters that a link may have; a longer one was not made here. */
const longest = 20_000;
const name = /^[a-z0-9-]+(?:\.[a-z0-9-]+|\/[a-z0-9-]+)?$/;

/** The name of a part in links and on this device. */
export function partName({ ref, id, section }: Part): string {
  return ref === 'toolkits' ? (section ? `${id}.${section}` : id) : `${ref}/${id}`;
}

/** The part that a name means: the reverse of `partName`. */
export function partNamed(named: string): Part {
  const [ref, id] = named.split('/') as [string, string?];
  if (id !== undefined) return { ref, id };
  const [toolkit, section] = ref.split('.') as [string, string?];
  return { ref: 'toolkits', id: toolkit, ...(section ? { section } : {}) };
}

/** The script that carries a part, below the folder of the packet page. */
export function partFile(named: string): string {
  const { ref, id, section } = partNamed(named);
  return `parts/${[ref, id, ...(section ? [section] : [])].join('/')}.js`;
}

/** What stands before the ids of a part's elements, so that two parts never share one. */
export function partPrefix(named: string): string {
  const { ref, id, section } = partNamed(named);
  return `${[ref, id, ...(section ? [section] : [])].join('--')}--`;
}

/** The fragment of a link that rebuilds a choice: `#p=chair.judges,duties/chair`. Empty for an empty choice. */
export function fragmentOf(parts: readonly string[]): string {
  return parts.length > 0 ? `#p=${parts.join(',')}` : '';
}

/** The names in a fragment, each once, in order, and how many things in it are no names. Undefined when it holds no choice. */
export function namesIn(fragment: string): { names: string[]; unreadable: number } | undefined {
  const list = /^#p=(.+)$/s.exec(fragment)?.[1];
  if (list === undefined) return undefined;
  if (list.length > longest) return { names: [], unreadable: 1 };
  const all = decoded(list).split(',').filter(Boolean);
  const names = all.filter((each) => name.test(each) && each.length <= 200);
  return { names: [...new Set(names)], unreadable: all.length - names.length };
}

/** Mail programs write `%2C` for a comma. What is no such code stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The parts that names lead to, through `moved` from earlier names to today's, and the names that lead nowhere. */
export function partsNamed(
  names: readonly string[],
  known: ReadonlySet<string>,
  moved: ReadonlyMap<string, string> = new Map(),
): { parts: string[]; missing: string[] } {
  const today = names.map((each) => (known.has(each) ? each : (moved.get(each) ?? each)));
  return {
    parts: tidied(today.filter((each) => known.has(each))),
    missing: names.filter((_each, index) => !known.has(today[index]!)),
  };
}

/** A choice with one more part at its end. A whole toolkit takes the place of its sections. */
export function withPart(parts: readonly string[], added: string): string[] {
  return tidied([...parts.filter((part) => part !== added), added]);
}

/** A choice with a part moved by one place; past either end it stays. */
export function movedPart(parts: readonly string[], part: string, by: -1 | 1): string[] {
  const from = parts.indexOf(part);
  const to = Math.max(0, Math.min(parts.length - 1, from + by));
  return parts.toSpliced(from, 1).toSpliced(to, 0, part);
}

/** The whole toolkit that a choice holds and that contains a part; undefined when there is none. */
export function wholeAround(parts: readonly string[], part: string): string | undefined {
  const { ref, id, section } = partNamed(part);
  return ref === 'toolkits' && section && parts.includes(id) ? id : undefined;
}

/** Each part once, and no section beside the whole of its toolkit. */
function tidied(parts: readonly string[]): string[] {
  return [...new Set(parts)].filter((part) => !wholeAround(parts, part));
}
