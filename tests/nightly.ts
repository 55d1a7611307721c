import { it } from 'vitest';

/** True in `npm run test:all`: the whole set of pages, and every journey in every browser. */
export const isNightly = import.meta.env.MODE === 'nightly';
/** A test of that run alone. */
export const itAtNight = it.runIf(isNightly);
