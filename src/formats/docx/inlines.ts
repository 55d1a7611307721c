/** Words in a line: runs, links, citations, tags and blanks. */
import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  ExternalHyperlink,
  InternalHyperlink,
  TextRun,
  type IRunOptions,
  type ParagraphChild,
} from 'docx';
import { suggestionMark } from '../../schemas/names.ts';
import type { DocBlock, DocInline, Field, Part } from '../../documents/document.ts';
import { withoutMarks } from '../../documents/draft.ts';
import { bookmarkName, noteLabel } from './bookmarks.ts';
import { textControl } from './controls.ts';
import type { Setting } from './setting.ts';
import { words } from './text.ts';

type Kind = DocInline['kind'];
type Handler<K extends Kind> = (
  node: Extract<DocInline, { kind: K }>,
  setting: Setting,
  format: IRunOptions,
) => ParagraphChild[];
const handlers: { [K in Kind]: Handler<K> } = {
  text: ({ text }, _setting, format) => [words(text, format)],
  break: (_node, _setting, format) => [new TextRun({ ...format, break: 1 })],
  strong: ({ children }, setting, format) => inlines(children, setting, { ...format, bold: true }),
  emphasis: ({ children }, setting, format) => inlines(children, setting, { ...format, italics: true }),
  // Its frame stays in one line.
  tag: ({ text }) => [words(text.replaceAll(' ', '\u00a0'), { style: 'Tag' })],
  suggestion: (_node, _setting, format) => [words(suggestionMark, format)],
  link: ({ href, children }, setting, format) =>
    linked(href, (own) => inlines(children, setting, { ...format, ...own }), setting),
  cite: ({ n }, setting) =>
    setting.place === 'comment'
      ? [words(` [${n}]`)]
      : linked(`#${noteLabel(setting.part, n)}`, () => [words(`[${n}]`, { style: 'Citation' })], setting),
  field: (field, setting) =>
    commented(
      field,
      [
        textControl(
          { ...field, id: setting.next() },
          { value: field.value, prompt: `[${field.label}]`, lines: field.size === 'lines' },
        ),
      ],
      setting,
    ),
};

/** The runs of inline nodes, all in one format. */
export function inlines(nodes: readonly DocInline[], setting: Setting, format: IRunOptions = {}): ParagraphChild[] {
  const shown = setting.clean ? withoutMarks(nodes) : nodes;
  return shown.flatMap((node) => (handlers[node.kind] as Handler<Kind>)(node, setting, format));
}

/** A link within the document or to the web; plain words in comments and where the target is not in the document. */
function linked(
  href: string,
  children: (format: IRunOptions) => ParagraphChild[],
  { labels, place }: Setting,
): ParagraphChild[] {
  if (!href.startsWith('#')) {
    return place === 'comment'
      ? [...children({}), words(` (${href})`)]
      : [new ExternalHyperlink({ link: href, children: children({ style: 'Hyperlink' }) })];
  }
  // A place that only the page has, such as a row of a table, is found by its part.
  const target = [href.slice(1), href.slice(1).split('.')[0]!].find((label) => labels.has(label));
  return target === undefined || place === 'comment'
    ? children({})
    : [new InternalHyperlink({ anchor: bookmarkName(target), children: children({ style: 'Hyperlink' }) })];
}

/** The words with the comments that belong to a block, a field or the title. */
export function commented(
  at: DocBlock | Field | Part,
  children: readonly ParagraphChild[],
  { comments }: Setting,
): ParagraphChild[] {
  const ids = comments.get(at) ?? [];
  return [
    ...ids.map((id) => new CommentRangeStart(id)),
    ...children,
    ...ids.flatMap((id) => [
      new CommentRangeEnd(id),
      new TextRun({ style: 'CommentReference', children: [new CommentReference(id)] }),
    ]),
  ];
}
