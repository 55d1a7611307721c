/** How long a reader waits for a first result of the search. Times depend on the machine. */
import { join } from 'node:path';
import { root } from '../root.ts';
import { measureSpeed, slowdown } from '../search/speed.ts';

const speed = await measureSpeed(process.argv[2] ?? join(root, 'dist'));
if (!speed) console.log('No Chromium is installed: the search was not measured.');
else
  for (const [what, ms, goal] of [
    ['when the search opens', speed.cold, 300],
    ['for other words', speed.warm, 50],
  ] as const)
    console.log(
      `${`first result ${what}, slowed down ${slowdown} times`.padEnd(58)} ${ms.toFixed(0).padStart(7)} ms  ` +
        `${(ms / goal).toFixed(2)} of ${goal} ms, the goal`,
    );
