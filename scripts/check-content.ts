/** `npm run check:content`: reads all content and lists every problem with file and line. */
import { readContent } from '../src/reader/read.ts';
import { formatProblems } from '../src/prose/problem.ts';
import { root } from './project.ts';

const { problems } = readContent(root);
if (problems.length > 0) {
  console.error(formatProblems(problems));
  process.exit(1);
}
console.log('The content is in order.');
