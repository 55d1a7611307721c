/** Before the tests of a file that look at the built site: waits until it is built, and says why when it cannot be. */
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { inject } from 'vitest';
import { endingOf } from './build-once.ts';

const ending = endingOf(inject('site'));
while (!existsSync(ending)) await setTimeout(100);
const fault = readFileSync(ending, 'utf8');
if (fault) throw new Error(`The site for the tests could not be built.\n${fault}`);
