import type { DocBlock } from '../document.ts';
import { words } from '../to-document.ts';

/** The heading of a part of a pull-out. */
export const sectionHeading = (anchor: string, title: string): DocBlock => ({
  kind: 'heading',
  level: 2,
  anchor,
  children: words(title),
});
