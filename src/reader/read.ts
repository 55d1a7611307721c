/**
 * The one reader of content/. It keeps every position, so that each problem names its file and line, and it reports
 * all problems of all files at once.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, LineCounter, parseDocument, visit, type Alias, type Document } from 'yaml';
import { didYouMean, type Problem } from '../prose/problem.ts';
import { parseBlocks, proseOf } from '../prose/parse.ts';
import { collections, type CollectionName, type Site } from '../schemas/index.ts';
import { checkSite } from './check.ts';
import type { LocatedEntry, Path } from './located-entry.ts';
import { schemaProblems } from './schema-problems.ts';
import { textOf, type TextFault } from './text-of.ts';
import { lineAt, type Yaml } from './yaml-lines.ts';

/** What was read: the whole site, and all that is wrong with it. Use the site only when nothing is wrong. */
export interface Content {
  site: Site;
  problems: Problem[];
  /** Every entry with the way back to its lines, for further checks. */
  entries: LocatedEntry[];
}

/** What one file gave. */
interface FileReading {
  source: string;
  entries: LocatedEntry[];
  problems: Problem[];
  /** Entries that could not be read; a reference to one is not a second problem. */
  unread: string[];
}
/** Every file as last read: a file whose text is the same is not parsed again. */
const lastReadings = new Map<string, FileReading>();

/** Reads and checks content/ under a project root. */
export function readContent(root: string): Content {
  const readings = filesToRead(root).map(({ file, isFile }) => {
    const path = join(root, file);
    const { source, fault } = isFile ? textOf(readFileSync(path)) : noFile;
    const last = lastReadings.get(path);
    const reading = last?.source === source ? last : new Reading(file, source, fault);
    lastReadings.set(path, reading);
    return reading;
  });
  const located = readings.flatMap(({ entries }) => entries);
  const unread = new Set(readings.flatMap((reading) => reading.unread));
  const site = Object.fromEntries(Object.keys(collections).map((name) => [name, {}])) as Record<
    string,
    Record<string, unknown>
  >;
  for (const { collection, id, value } of located) site[collection]![id] = value;
  const problems = [
    ...readings.flatMap((reading) => reading.problems),
    ...checkSite(site as unknown as Site, located, unread, join(root, 'content', 'figures')),
  ];
  return { site: site as unknown as Site, problems, entries: located };
}

/** Files of content/, and what only has the name of one, in order. */
function filesToRead(root: string): { file: string; isFile: boolean }[] {
  const found = readdirSync(join(root, 'content'), { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.') && (!entry.isDirectory() || /\.(mdx|yaml)$/.test(entry.name)))
    .map((entry) => ({
      file: join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
      isFile: entry.isFile(),
    }))
    .filter(({ file }) => !file.startsWith('content/figures/'));
  const folders = found.filter(({ isFile }) => !isFile).map(({ file }) => `${file}/`);
  // What stands in a folder with the name of a file is told with the folder.
  return found
    .filter(({ file }) => !folders.some((folder) => file.startsWith(folder)))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

const noFile: { source: string; fault: TextFault } = {
  source: '',
  fault: {
    line: 0,
    problem: 'this has the name of a file and is a folder or a link to elsewhere',
    fix: 'Rename the folder, or put the file itself here.',
  },
};

/** A name that can stand in an address; a folder may stand before it. */
const isName = (id: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)*$/.test(id);

function fileNameFault(id: string): TextFault {
  const better = id
    .toLowerCase()
    .replace(/[^a-z0-9/]+/g, '-')
    .replace(/(^|\/)-+|-+($|\/)/g, '$1$2');
  return {
    line: 0,
    problem: 'the name of a file becomes an address: lower-case words joined by hyphens',
    fix: better ? `Rename it to ${better}.` : 'Rename it.',
  };
}

/** The first alias (`*name`) of a document. A few of them can stand for billions of lines. */
function aliasIn(document: Document): Alias | undefined {
  let found: Alias | undefined;
  visit(document, {
    Alias(_key, alias) {
      found = alias;
      return visit.BREAK;
    },
  });
  return found;
}

class Reading implements FileReading {
  readonly problems: Problem[] = [];
  readonly unread: string[] = [];
  readonly entries: LocatedEntry[];
  readonly source: string;
  constructor(file: string, source: string, fault: TextFault | undefined) {
    this.source = source;
    this.entries = this.file(file, source, fault);
  }

  private file(file: string, source: string, fault: TextFault | undefined): LocatedEntry[] {
    const [, first = '', ...rest] = file.split('/');
    const name = rest.length > 0 ? first : first.replace(/\.[a-z]+$/, '');
    if (!(name in collections)) {
      this.problems.push({
        file,
        line: 0,
        problem: `no collection reads this file`,
        fix: didYouMean(name, Object.keys(collections)),
      });
      return [];
    }
    const collection = name as CollectionName;
    const { form } = collections[collection];
    const extension = form === 'mdx' ? '.mdx' : '.yaml';
    if (!file.endsWith(extension) || (form === 'keyed') !== (rest.length === 0)) {
      this.problems.push({
        file,
        line: 0,
        problem: `\`${name}\` is read from ${form === 'keyed' ? `content/${name}.yaml` : `content/${name}/<id>${extension}`}`,
        fix: 'Rename or move the file.',
      });
      return [];
    }
    const id = form === 'keyed' ? '*' : rest.join('/').slice(0, -extension.length);
    const nameFault = form === 'keyed' || isName(id) ? undefined : fileNameFault(id);
    if (fault ?? nameFault) {
      this.problems.push({ file, ...(fault ?? nameFault)! });
      this.unread.push(`${collection}/${id}`);
      return [];
    }
    if (form === 'keyed') return this.keyed(collection, file, source);
    const entry = form === 'mdx' ? this.mdx(collection, id, file, source) : this.yaml(collection, id, file, source, 0);
    if (!entry) this.unread.push(`${collection}/${id}`);
    return entry ? [entry] : [];
  }

  private mdx(collection: CollectionName, id: string, file: string, source: string): LocatedEntry | undefined {
    const match = /^---\n([\s\S]*?\n)---\n/.exec(source);
    if (!match) {
      const isOpen = source.startsWith('---\n');
      this.problems.push({
        file,
        line: 1,
        problem: isOpen ? 'the frontmatter does not end' : 'the file does not start with frontmatter',
        fix: isOpen ? 'Write a line `---` behind the keys.' : 'Begin with a line `---`, the keys, and a line `---`.',
      });
      return undefined;
    }
    const bodyLine = match[0].split('\n').length - 1;
    const text = source.slice(match[0].length);
    const { problems } = parseBlocks(text);
    // Links to its places are no second problem.
    if (problems.length > 0) this.unread.push(`${collection}/${id}`);
    for (const { line, ...problem } of problems) this.problems.push({ file, line: line + bodyLine, ...problem });
    const entry = this.yaml(collection, id, file, match[1]!, 1);
    if (!entry) return undefined;
    return {
      ...entry,
      text,
      value: { ...(entry.value as object), ...proseOf(text) },
      lineOf: (path, inside) => (path[0] === 'body' ? bodyLine + (inside ?? 1) : entry.lineOf(path, inside)),
    };
  }

  private yaml(
    collection: CollectionName,
    id: string,
    file: string,
    source: string,
    offset: number,
  ): LocatedEntry | undefined {
    const yaml = this.parse(file, source, offset);
    return yaml && this.validated(collection, id, file, yaml, []);
  }

  private keyed(collection: CollectionName, file: string, source: string): LocatedEntry[] {
    const yaml = this.parse(file, source, 0);
    if (!yaml) this.unread.push(`${collection}/*`);
    if (!yaml || yaml.value === null) return []; // A file with comments only holds no entry.
    if (!isMap(yaml.document.contents)) {
      this.unread.push(`${collection}/*`);
      const fix = 'Write each entry as its id, a colon, and its keys indented below.';
      this.problems.push({ file, line: 1, problem: 'the file is not a table of entries', fix });
      return [];
    }
    return Object.keys(yaml.value as object).flatMap((id) => {
      const entry = this.validated(collection, id, file, yaml, [id]);
      if (!entry) this.unread.push(`${collection}/${id}`);
      return entry ?? [];
    });
  }

  private parse(file: string, source: string, offset: number): Yaml | undefined {
    const counter = new LineCounter();
    const document = parseDocument(source, { lineCounter: counter, prettyErrors: false });
    const [first, ...others] = document.errors;
    // What comes after a mistake in the form is often only its shadow; a key that stands twice is always a mistake of its own.
    for (const error of first ? [first, ...others.filter(({ code }) => code === 'DUPLICATE_KEY')] : []) {
      const message = error.message.split('\n')[0]!.replace(/\.$/, '');
      const fix =
        error.code === 'DUPLICATE_KEY'
          ? 'Rename or remove one of the two.'
          : 'Check the indentation and the quotation marks; text with a colon stands in quotation marks or after `>-`.';
      this.problems.push({
        file,
        line: counter.linePos(error.pos[0]).line + offset,
        problem: `malformed YAML: ${message}`,
        fix,
      });
    }
    if (document.errors.length > 0) return undefined;
    const alias = aliasIn(document);
    if (alias) {
      this.problems.push({
        file,
        line: counter.linePos(alias.range![0]).line + offset,
        problem: `\`*${alias.source}\` repeats another part of the file`,
        fix: 'Write its words out here. Text that begins with * stands in quotation marks.',
      });
      return undefined;
    }
    return { document, value: document.toJS() as unknown, source, counter, offset };
  }

  private validated(
    collection: CollectionName,
    id: string,
    file: string,
    yaml: Yaml,
    prefix: Path,
  ): LocatedEntry | undefined {
    const { schema } = collections[collection];
    const lineOf = (path: Path, inside?: number): number => lineAt(yaml, [...prefix, ...path], inside);
    const input = prefix.length > 0 ? (yaml.value as Record<string, unknown>)[String(prefix[0])] : yaml.value;
    const result = schema.safeParse(input, { reportInput: true });
    if (result.success) return { collection, id, file, input, value: { id, ...result.data }, lineOf };
    for (const { path, inside, ...problem } of schemaProblems(schema, result.error.issues))
      this.problems.push({ file, line: lineOf(path, inside), ...problem });
    return undefined;
  }
}
