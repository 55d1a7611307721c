/**
 * The one reading of prose. MDX (in .mdx files and in the text of YAML files) becomes the nodes of `tree.ts`.
 * No JavaScript runs: expressions, imports and unknown components are errors with a line and a fix.
 */
import type { Root, RootContent, Heading as MdastHeading, ListItem, Table as MdastTable } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { didYouMean } from './problem.ts';
import { readAttributes, type Fail } from './attributes.ts';
import { inlineElements, blockElements, named } from './elements.ts';
import { idsIn, suggestId } from './heading-ids.ts';
import { mdxFault } from './mdx-fault.ts';
import { readInlineElement, readInlines, trimmed } from './inlines.ts';
import { remarkTypography } from './quotation-marks.ts';
import { shared } from './process-wide.ts';
import { Remembered } from './remembered.ts';
import { plainText, type Block, type Inline } from './tree.ts';

/** One thing wrong with a text; `line` counts from 1 at the text's first line. */
export interface ProseProblem {
  line: number;
  problem: string;
  fix: string;
}
export interface Parsed<Node> {
  nodes: Node[];
  problems: ProseProblem[];
}

/** Lists deeper than this nobody can follow, and programs neither. */
const deepest = 6;

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).use(remarkTypography);

/** What was read already, by its text. */
export const readings = shared('prose', () => new Remembered<Parsed<Block>>());

/** Reads a whole text: headings, lists, tables, callouts, pull-outs. */
export function parseBlocks(source: string): Parsed<Block> {
  return readings.get(source) ?? readings.set(source, new Reading().blocksOf(source));
}

/** One line of words without any sign that could mean something: what most labels and cells of tables are. Nothing is to be parsed. */
const isPlain = (source: string): boolean =>
  /^\p{L}(?:[\p{L}\p{N}(),;?!%–—‘’“”]|[ .-](?![ .-]|$))*\.?$/u.test(source) && !/www\./i.test(source);

/** The text of an MDX file as the rest of the code sees it: its tree, and how many words it has. */
export function proseOf(source: string): { body: Block[]; words: number } {
  return { body: parseBlocks(source).nodes, words: source.replace(/<[^>]+>/g, ' ').split(/\s+/).length };
}

/** Reads one paragraph's worth of words. */
export function parseInline(source: string): Parsed<Inline> {
  const { nodes, problems } = parseBlocks(source);
  const [first, ...rest] = nodes;
  const isOne = problems.length > 0 || (first?.kind === 'paragraph' && rest.length === 0);
  const fault = {
    line: 1,
    problem: 'expected one paragraph of text here',
    fix: 'Join the lines, or move lists and headings elsewhere.',
  };
  return { nodes: first?.kind === 'paragraph' ? first.children : [], problems: isOne ? problems : [fault] };
}

class Reading {
  private readonly problems: ProseProblem[] = [];
  /** The level of the last heading; the title of the page has the first. */
  private level = 1;

  blocksOf(source: string): Parsed<Block> {
    if (isPlain(source))
      return { nodes: [{ kind: 'paragraph', children: [{ kind: 'text', text: source }], line: 1 }], problems: [] };
    try {
      const root = processor.runSync(processor.parse(source)) as Root;
      return { nodes: this.blocks(root.children), problems: this.problems };
    } catch (error) {
      const { line, reason = String(error) } = error as { line?: number; reason?: string };
      // Some messages carry their place only in words, as “(3:1-3:22)”.
      const place = / \((\d+):\d+-\d+:\d+\)/.exec(reason);
      const fault = mdxFault(reason.replace(place?.[0] ?? '', ''));
      return { nodes: [], problems: [{ line: line ?? Number(place?.[1] ?? 1), ...fault }] };
    }
  }

  private readonly fail: Fail = (node, problem, fix) => {
    this.problems.push({ line: node.position?.start.line ?? 1, problem, fix });
  };

  private blocks(nodes: readonly RootContent[], depth = 0): Block[] {
    return nodes.flatMap((node) => this.block(node, depth) ?? []);
  }

  private block(node: RootContent, depth: number): Block | undefined {
    switch (node.type) {
      case 'paragraph':
        return {
          kind: 'paragraph',
          children: trimmed(readInlines(node.children, this.fail)),
          line: node.position?.start.line ?? 1,
        };
      case 'heading':
        return this.heading(node, depth);
      case 'list':
        return {
          kind: 'list',
          ordered: node.ordered ?? false,
          start: node.start ?? 1,
          items: node.children.map((item) => this.item(item, depth + 1)),
        };
      case 'table':
        this.fail(node, 'a table needs a caption', 'Wrap it in <Comparison caption="…"> … </Comparison>.');
        return undefined;
      case 'blockquote':
        this.fail(node, 'a quotation needs an attribution', 'Write <Quote by="…" source="…" at="…"> … </Quote>.');
        return undefined;
      case 'mdxJsxFlowElement':
        return this.blockElement(node, depth);
      case 'mdxjsEsm':
        this.fail(node, 'import and export lines are not used here', 'Delete the line: every component is in scope.');
        return undefined;
      case 'mdxFlowExpression':
        if (!node.value.trim().startsWith('/*'))
          this.fail(node, `{${node.value}} would be a program`, 'Write the words themselves.');
        return undefined;
      default:
        this.fail(node, `“${node.type}” has no place in these texts`, 'Write it as a paragraph or a list.');
        return undefined;
    }
  }

  private item(node: ListItem, depth: number): Block[] {
    if (typeof node.checked === 'boolean')
      this.fail(node, 'a list has no boxes to tick', 'Leave out the [ ], or write a checklist in content/checklists/.');
    if (depth > deepest) {
      this.fail(node, `lists stand in each other more than ${deepest} deep`, 'Make one list of it, or several.');
      return [];
    }
    return this.blocks(node.children, depth);
  }

  private heading(node: MdastHeading, depth: number): Block | undefined {
    const children = [...node.children];
    const last = children.at(-1);
    const [anchor = '', ...aliases] = last?.type === 'mdxTextExpression' ? idsIn(last.value) : [];
    if (last?.type === 'mdxTextExpression') children.pop();
    const words = trimmed(readInlines(children, this.fail));
    if (!anchor)
      this.fail(
        node,
        `the heading “${plainText(words)}” has no id`,
        `Write: ${'#'.repeat(node.depth)} ${plainText(words)} {/* #${suggestId(plainText(words))} */}`,
      );
    if (depth > 0)
      this.fail(node, 'a heading cannot stand inside a list or a box', 'Use the title attribute or bold text.');
    if (node.depth === 1 || node.depth > 4) {
      this.fail(
        node,
        `headings here are ##, ### or ####; this is ${'#'.repeat(node.depth)}`,
        'The page title comes from the frontmatter.',
      );
      return undefined;
    }
    if (node.depth > this.level + 1)
      this.fail(
        node,
        `${'#'.repeat(node.depth)} leaves out a level`,
        `Write ${'#'.repeat(this.level + 1)}, or a heading with ${'#'.repeat(node.depth - 1)} before it.`,
      );
    this.level = node.depth;
    return {
      kind: 'heading',
      level: node.depth as 2 | 3 | 4,
      anchor,
      aliases,
      children: words,
      line: node.position?.start.line ?? 1,
    };
  }

  private blockElement(node: MdxJsxFlowElement, depth: number): Block | undefined {
    const name = node.name ?? '';
    if (named(inlineElements, name)) {
      const inline = readInlineElement(node, this.fail);
      return inline && { kind: 'paragraph', children: [inline] };
    }
    const element = named(blockElements, name);
    if (!element) {
      this.fail(
        node,
        `unknown component <${name}>`,
        didYouMean(name, Object.keys(blockElements), (known) => `<${known}>`),
      );
      return undefined;
    }
    const attributes = readAttributes(node, element.attributes, this.fail);
    if (!attributes) return undefined;
    if (element.topLevel && depth > 0)
      this.fail(node, `<${name}> cannot stand inside a list or a box`, 'Move it to a line of its own.');
    if (element.holds === 'nothing' && node.children.length > 0)
      this.fail(node, `<${name}> holds nothing`, `Close it at once: <${name} … />.`);
    return element.build({
      attributes,
      line: node.position?.start.line ?? 1,
      table: element.holds === 'table' ? this.tableInside(node) : { head: [], rows: [] },
      blocks: element.holds === 'blocks' ? this.blocks(node.children as RootContent[], depth + 1) : [],
      inlines: element.holds === 'inlines' ? this.paragraphInside(node) : [],
    });
  }

  private tableInside(node: MdxJsxFlowElement): { head: Inline[][]; rows: Inline[][][] } {
    const [first, ...more] = node.children as RootContent[];
    if (first?.type !== 'table' || more.length > 0) {
      this.fail(
        node,
        `<${node.name}> holds one table and nothing else`,
        'Put a Markdown table between the tags, with an empty line before and after it.',
      );
      return { head: [], rows: [] };
    }
    return this.tableCells(first);
  }

  private tableCells(table: MdastTable): { head: Inline[][]; rows: Inline[][][] } {
    const [heads] = table.children;
    const count = heads?.children.length ?? 0;
    const [head = [], ...rows] = table.children.map((row) => {
      if (row.children.length !== count)
        this.fail(
          row,
          `the row has ${row.children.length} cells under ${count} heads`,
          'Write every cell; an empty one is | |.',
        );
      return row.children.map((cell) => readInlines(cell.children, this.fail));
    });
    return { head, rows };
  }

  private paragraphInside(node: MdxJsxFlowElement): Inline[] {
    const [first, ...rest] = this.blocks(node.children as RootContent[], 1);
    if (rest.length > 0 || (first && first.kind !== 'paragraph'))
      this.fail(node, `<${node.name}> holds one paragraph`, 'Join the words, or put the rest behind it.');
    return first?.kind === 'paragraph' ? first.children : [];
  }
}
