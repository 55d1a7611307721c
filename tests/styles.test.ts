import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './root.ts';

const folder = join(root, 'src', 'styles');
/** A style sheet without what is only for paper. */
function forScreens(css: string): string {
  const start = css.indexOf('@media print');
  if (start < 0) return css;
  let end = css.indexOf('{', start) + 1;
  for (let depth = 1; depth > 0 && end < css.length; end++) depth += css[end] === '{' ? 1 : css[end] === '}' ? -1 : 0;
  return css.slice(0, start) + forScreens(css.slice(end));
}

it('asks no question to a whole page: it would be asked again with each word that comes into it', () => {
  const sheets = readdirSync(folder).filter((file) => file.endsWith('.css') && file !== 'print.css');
  expect(sheets.length).toBeGreaterThan(5);
  for (const sheet of sheets) {
    const css = forScreens(readFileSync(join(folder, sheet), 'utf8'));
    const asked = css.match(/(?:^|[\s,}(])(?:html|body|main|\.frame|\.sheet)(?![\w-])[^\s,{]*:has\([^)]*\)/g);
    expect(asked, sheet).toBeNull();
  }
});
