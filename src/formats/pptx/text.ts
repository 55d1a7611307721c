/** Inline text as PowerPoint’s runs. Text is text: the library escapes it, and nothing in it is markup. */
import type PptxGenJS from 'pptxgenjs';
import { suggestionTag } from '../../schemas/names.ts';
import type { DocInline } from '../../documents/document.ts';
import { colors } from './look.ts';

/** A stretch of text in one form. */
export interface Run {
  text: string;
  /** In points. */
  size: number;
  bold?: boolean;
  italic?: boolean;
  /** A small number leading to a source. */
  raised?: boolean;
  /** A label such as “Editors’ suggestion”. */
  label?: boolean;
  href?: string;
  /** A line break follows. */
  break?: boolean;
}

/** The runs of a paragraph whose letters are `size` points high. */
export function runsOf(nodes: readonly DocInline[], size: number, form: Partial<Run> = {}): Run[] {
  return nodes.flatMap((node, index): Run[] => {
    switch (node.kind) {
      case 'text':
        return [{ ...form, size, text: node.text }];
      case 'break':
        return [{ ...form, size, text: '', break: true }];
      case 'strong':
        return runsOf(node.children, size, { ...form, bold: true });
      case 'emphasis':
        return runsOf(node.children, size, { ...form, italic: true });
      case 'link':
        return runsOf(node.children, size, { ...form, href: node.href });
      case 'tag':
        return [labelled(node.text, size, form)];
      // A slide has no room for a legend: the sign is spelled out.
      case 'suggestion':
        return [{ ...form, size, text: ' ' }, labelled(suggestionTag, size, form)];
      case 'cite':
        return [
          {
            ...form,
            size,
            text: `${nodes[index - 1]?.kind === 'cite' ? ', ' : ''}${node.n}`.replace(' ', '\u00a0'),
            raised: true,
          },
        ];
      case 'field':
        return [{ ...form, size, text: node.value ?? node.label }];
    }
  });
}

/** A small label, whose words stay on one line. */
function labelled(text: string, size: number, form: Partial<Run>): Run {
  const small = Math.max(14, Math.round(size * 0.65));
  return { ...form, size: small, text: text.replaceAll(' ', '\u00a0'), bold: true, label: true };
}

/** One paragraph as the library takes it. `first` goes to its first run: the bullet, the space before. */
export function paragraph(
  nodes: readonly DocInline[],
  size: number,
  first: PptxGenJS.TextPropsOptions = {},
  color: string = colors.ink,
): PptxGenJS.TextProps[] {
  const runs = runsOf(nodes, size);
  return runs.map((run, index) => ({
    text: run.text,
    options: {
      fontSize: run.size,
      color: run.href ? colors.hue : run.label ? colors.label : run.raised ? colors.soft : color,
      ...(run.href ? { hyperlink: { url: run.href } } : {}),
      ...(run.bold ? { bold: true } : {}),
      ...(run.italic ? { italic: true } : {}),
      ...(run.raised ? { superscript: true } : {}),
      ...(run.break || index === runs.length - 1 ? { breakLine: true } : {}),
      ...(index === 0 ? first : {}),
    },
  }));
}
