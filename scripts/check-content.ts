/** `npm run check:content`: reads all content, lists every problem with file and line, and counts what pages say about themselves. */
import { readContent } from '../src/reader/read.ts';
import { formatProblems } from '../src/prose/problem.ts';
import { checkAsks } from './checks/asks.ts';
import { checkDecks } from './checks/decks.ts';
import { checkProvenance, most, provenanceIn } from './checks/provenance.ts';
import { checkWords } from './checks/words.ts';
import { root } from './project.ts';

const { site, problems, entries } = readContent(root);
const all =
  problems.length > 0
    ? problems
    : [...checkWords(site, entries), ...checkAsks(entries), ...checkDecks(entries), ...checkProvenance(entries)];
const { phrases, words } = provenanceIn(entries);
for (const { file, line, phrase } of phrases) console.log(`note: ${file}:${line}: “${phrase}”`);
console.log(
  `${phrases.length} phrases about where words come from in ${words} words outside the library: ` +
    `${((phrases.length / words) * 1000).toFixed(2)} for every 1,000; at most ${most}.`,
);
if (all.length > 0) {
  console.error(formatProblems(all));
  process.exit(1);
}
console.log('The content is in order.');
