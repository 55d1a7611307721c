/** What is optional in a draft stands in a control of its own, whose tags show on the screen and not on paper: it goes with one key. */
import { LineRuleType, Paragraph, type FileChild } from 'docx';
import type { DocBlock, DocInline } from '../../documents/document.ts';
import { Frame } from './controls.ts';
import type { Setting } from './setting.ts';

const name = 'Optional: delete if not needed';

/** LibreOffice drops the words of a control that begins with a comment, so that each begins with a paragraph that nobody sees. */
const unseen = (): Paragraph =>
  new Paragraph({ spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT }, run: { vanish: true } });

/** Blocks that stay or go together, in their order. */
interface Group {
  isOptional: boolean;
  blocks: DocBlock[];
}

/** Whether the words of a heading or a clause say that it may be left out. */
export function isOptional(block: DocBlock): boolean {
  return (block.kind === 'heading' || block.kind === 'clause') && hasTag(block.children);
}
const hasTag = (nodes: readonly DocInline[]): boolean =>
  nodes.some((node) => node.kind === 'tag' || ('children' in node && hasTag(node.children)));

/** An optional heading takes all along that stands under it. */
function groupsOf(blocks: readonly DocBlock[]): Group[] {
  const groups: Group[] = [];
  let under = Infinity;
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level <= under) under = isOptional(block) ? block.level : Infinity;
    const isUnder = under < Infinity && !(block.kind === 'heading' && block.level === under);
    if (block.kind === 'signatures') under = Infinity;
    const last = groups.at(-1);
    if (isUnder && block.kind !== 'signatures' && last) last.blocks.push(block);
    else groups.push({ isOptional: isOptional(block), blocks: [block] });
  }
  return groups;
}

/** The paragraphs and tables of a draft. @param write writes one block */
export function withOptional(
  blocks: readonly DocBlock[],
  setting: Setting,
  write: (block: DocBlock) => FileChild[],
): FileChild[] {
  return groupsOf(blocks).flatMap((group) => {
    const written = group.blocks.flatMap(write);
    const [first] = group.blocks;
    if (!group.isOptional || written.length === 0) return written;
    const anchor = first && 'anchor' in first ? (first.anchor ?? '') : '';
    return [
      new Frame({ label: name, name: `optional.${anchor}`, id: setting.next(), showsTags: true }, [
        unseen(),
        ...written,
      ]),
    ];
  });
}
