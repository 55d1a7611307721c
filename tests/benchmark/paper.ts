/** How full the pages of the PDFs are, as poppler draws them: how many of each fullness, and those that hold next to nothing, by name. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { filesIn } from '../../scripts/html.ts';
import { hasReaders } from '../programs.ts';
import { root } from '../root.ts';

const folder = process.argv[2] ?? join(root, 'dist', 'downloads');
const dotsPerInch = 20;
/** The margins without the foot of a page. */
const [top, bottom] = [0.6 * dotsPerInch, 0.85 * dotsPerInch];
const least = 0.25;

/** The share of each page between its top and the last of its ink, the foot left out. */
function fullness(file: string): number[] {
  const drawn = execFileSync('pdftoppm', ['-gray', '-r', String(dotsPerInch), join(folder, file)], {
    maxBuffer: 2 ** 30,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const shares: number[] = [];
  for (let at = 0; at < drawn.length;) {
    const [head, width, height] = /^P5\s+(\d+)\s+(\d+)\s+\d+\s/.exec(drawn.toString('latin1', at, at + 40))!;
    const [across, down] = [Number(width), Number(height)];
    const start = at + head.length;
    const hasInk = (row: number) =>
      drawn.subarray(start + row * across, start + (row + 1) * across).some((dot) => dot < 235);
    const end = Math.floor(down - bottom);
    let last = end;
    while (last > top && !hasInk(last - 1)) last -= 1;
    shares.push((last - top) / (end - top));
    at = start + across * down;
  }
  return shares;
}

if (!hasReaders) console.log('Poppler is not installed: how full pages are was not measured.');
else {
  const pages = filesIn(folder)
    .filter((file) => file.endsWith('.pdf'))
    .flatMap((file) => fullness(file).map((share, index) => ({ name: `${file}, page ${index + 1}`, share })));
  console.log(`\nFullness of ${pages.length} PDF pages`);
  for (const from of [0, least, 0.5, 0.75]) {
    const here = pages.filter(({ share }) => share >= from && share < from + 0.25 + Number(from === 0.75));
    console.log(`${`${from * 100} to ${from * 100 + 25} %`.padEnd(58)} ${String(here.length).padStart(7)} pages`);
  }
  for (const { name, share } of pages.filter((page) => page.share < least))
    console.log(`nearly empty: ${name.padEnd(64)} ${String(Math.round(share * 100)).padStart(3)} %`);
}
