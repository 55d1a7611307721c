/**
 * The one reader of content/. It keeps every position, so that each problem names its file and line, and it reports
 * all problems of all files at once.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { didYouMean, type Problem } from '../prose/problem.ts';
import { parseBlocks } from '../prose/parse.ts';
import { collections, type CollectionName, type Site } from '../schemas/index.ts';
import { checkSite } from './check.ts';
import type { LocatedEntry, Path } from './located-entry.ts';
import { keysAt } from './schema-keys.ts';
import { lineAt, type Yaml } from './yaml-lines.ts';

/** What was read: the whole site, and all that is wrong with it. Use the site only when nothing is wrong. */
export interface Content {
  site: Site;
  problems: Problem[];
  /** Every entry with the way back to its lines, for further checks. */
  entries: LocatedEntry[];
}
/** Reads and checks content/ under a project root. */
export function readContent(root: string): Content {
  const reading = new Reading(root);
  const located = reading.everything();
  const site = Object.fromEntries(Object.keys(collections).map((name) => [name, {}])) as Record<
    string,
    Record<string, unknown>
  >;
  for (const { collection, id, value } of located) site[collection]![id] = value;
  const problems = [
    ...reading.problems,
    ...checkSite(site as unknown as Site, located, reading.unread, join(root, 'content', 'figures')),
  ];
  return { site: site as unknown as Site, problems, entries: located };
}

class Reading {
  readonly problems: Problem[] = [];
  /** Entries whose files could not be read; a reference to one is not a second problem. */
  readonly unread = new Set<string>();
  private readonly root: string;
  constructor(root: string) {
    this.root = root;
  }

  everything(): LocatedEntry[] {
    const files = readdirSync(join(this.root, 'content'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(this.root.length + 1)
          .replaceAll('\\', '/'),
      )
      .sort();
    return files.flatMap((file) => this.file(file));
  }

  private file(file: string): LocatedEntry[] {
    const [, first = '', ...rest] = file.split('/');
    const name = rest.length > 0 ? first : first.replace(/\.[a-z]+$/, '');
    if (name === 'figures') return [];
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
    const source = readFileSync(join(this.root, file), 'utf8').replaceAll('\r\n', '\n');
    if (form === 'keyed') return this.keyed(collection, file, source);
    const id = rest.join('/').slice(0, -extension.length);
    const entry = form === 'mdx' ? this.mdx(collection, id, file, source) : this.yaml(collection, id, file, source, 0);
    if (!entry) this.unread.add(`${collection}/${id}`);
    return entry ? [entry] : [];
  }

  private mdx(collection: CollectionName, id: string, file: string, source: string): LocatedEntry | undefined {
    const match = /^---\n([\s\S]*?\n)---\n/.exec(source);
    if (!match) {
      this.problems.push({
        file,
        line: 1,
        problem: 'the file does not start with frontmatter',
        fix: 'Begin with a line `---`, the keys, and a line `---`.',
      });
      return undefined;
    }
    const bodyLine = match[0].split('\n').length - 1;
    const { nodes, problems } = parseBlocks(source.slice(match[0].length));
    for (const { line, ...problem } of problems) this.problems.push({ file, line: line + bodyLine, ...problem });
    const entry = this.yaml(collection, id, file, match[1]!, 1);
    if (!entry) return undefined;
    const words = source
      .slice(match[0].length)
      .replace(/<[^>]+>/g, ' ')
      .split(/\s+/).length;
    return {
      ...entry,
      value: { ...(entry.value as object), body: nodes, words },
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
    if (!yaml) this.unread.add(`${collection}/*`);
    if (!yaml || !isMap(yaml.document.contents)) return []; // A file with comments only holds no entry.
    return Object.keys(yaml.document.toJS() as object).flatMap((id) => {
      const entry = this.validated(collection, id, file, yaml, [id]);
      if (!entry) this.unread.add(`${collection}/${id}`);
      return entry ?? [];
    });
  }

  private parse(file: string, source: string, offset: number): Yaml | undefined {
    const counter = new LineCounter();
    const document = parseDocument(source, { lineCounter: counter, prettyErrors: false });
    for (const error of document.errors) {
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
    return document.errors.length === 0 ? { document, source, counter, offset } : undefined;
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
    const input =
      prefix.length > 0
        ? (yaml.document.toJS() as Record<string, unknown>)[String(prefix[0])]
        : (yaml.document.toJS() as unknown);
    const result = schema.safeParse(input, { reportInput: true });
    if (result.success) return { collection, id, file, value: { ...result.data, id }, lineOf };
    for (const issue of result.error.issues) this.report(file, schema, issue, lineOf);
    return undefined;
  }

  private report(file: string, schema: z.ZodType, issue: z.core.$ZodIssue, lineOf: LocatedEntry['lineOf']): void {
    const add = (path: Path, problem: string, fix?: string, inside?: number): void => {
      this.problems.push({ file, line: lineOf(path, inside), problem, ...(fix ? { fix } : {}) });
    };
    const where = issue.path.filter((part) => typeof part === 'string').join('.');
    switch (issue.code) {
      case 'unrecognized_keys':
        for (const key of issue.keys)
          add([...issue.path, key], `unknown key \`${key}\``, didYouMean(key, keysAt(schema, issue.path)));
        return;
      case 'invalid_value':
        return add(
          issue.path,
          `\`${where}\` cannot be \`${String(issue.input)}\``,
          didYouMean(String(issue.input), issue.values.map(String)),
        );
      case 'invalid_type':
        if (issue.input === undefined)
          return add(issue.path.slice(0, -1), `\`${String(issue.path.at(-1) ?? 'the file')}\` is missing`, 'Add it.');
        return add(
          issue.path,
          `\`${where}\` is not a ${issue.expected}`,
          `Found: ${JSON.stringify(issue.input)?.slice(0, 60)}`,
        );
      case 'custom':
        return add(
          issue.path,
          issue.message,
          issue.params?.['fix'] as string | undefined,
          issue.params?.['line'] as number | undefined,
        );
      default:
        return add(issue.path, where ? `\`${where}\`: ${issue.message}` : issue.message);
    }
  }
}
