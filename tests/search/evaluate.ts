/** `npm run search:evaluate`: how well the search of `dist/` answers the judged set, beside other searches over the same pages. */
import { join } from 'node:path';
import { root } from '../root.ts';
import { builtSearch } from './built.ts';
import { drawHeadings, measureHeadings } from './headings.ts';
import { judgedSet, type Judged } from './judged.ts';
import { measure, oursFrom, type Figures, type Searcher } from './measure.ts';
import { peersOver } from './peers.ts';
import { measureSpeed } from './speed.ts';

const site = process.argv[2] ?? join(root, 'dist');
const search = builtSearch(site);
const searchers: Record<string, Searcher> = { Ours: oursFrom(search), ...(await peersOver(site)) };
const share = (value: number): string => value.toFixed(3).padStart(8);
const line = (name: string, { queries, ndcg, mrr, first, three, nothing }: Figures, more = ''): string =>
  name.padEnd(14) + String(queries).padStart(5) + [ndcg, mrr, first, three, nothing].map(share).join('') + more;
const head = `${'queries'.padStart(19)}  nDCG@5     MRR     @1      @3    none`;

function ofPart(part: Judged['part']): Judged[] {
  return judgedSet().filter((judged) => judged.part === part);
}
for (const part of ['tune', 'measured'] as const) {
  const all = ofPart(part);
  const asked = all.filter(({ grades }) => grades.size > 0);
  const nonsense = all.filter(({ grades }) => grades.size === 0);
  console.log(`\n${part === 'tune' ? 'Part to tune on' : 'Part that is only measured'}\n${head}   nonsense found`);
  for (const [name, searcher] of Object.entries(searchers)) {
    const hits = await Promise.all(nonsense.map(async ({ query }) => (await searcher(query)).length > 0));
    console.log(line(name, await measure(asked, searcher), `   ${hits.filter(Boolean).length} of ${nonsense.length}`));
  }
  console.log(`\nOurs by kind\n${head}`);
  for (const kind of new Set(asked.map((judged) => judged.kind)))
    console.log(
      line(
        kind,
        await measure(
          asked.filter((judged) => judged.kind === kind),
          searchers['Ours']!,
        ),
      ),
    );
}
const headings = await measureHeadings(search, drawHeadings(search, 110));
console.log(`\nExact headings: ${headings.listed} of 110 listed, ${headings.first} first.`);
if (headings.missed.length > 0) console.log(`Not listed: ${headings.missed.join(' · ')}`);
const speed = await measureSpeed(site);
if (speed)
  console.log(
    `\nFirst result from local files, processor slowed down four times: ${speed.cold.toFixed(0)} ms when search opens ` +
      `(goal 300), ${speed.warm.toFixed(0)} ms after that (goal 50).`,
  );
