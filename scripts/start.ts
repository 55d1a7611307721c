/** `npm start`: builds everything, then serves it and prints the address. */
import { buildHere } from './build.ts';
import { root } from './project.ts';
import { serveDist } from './serve.ts';

if (await buildHere()) await serveDist(root);
