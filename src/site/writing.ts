/** The files to download, which the build writes while Astro bundles: its pages wait for them. While developing there are none. */
import { shared } from '../prose/process-wide.ts';
import type { Download } from './downloads.ts';

interface Writing {
  downloads: Promise<readonly Download[]>;
}

export const writing = shared<Writing>('writing', () => ({ downloads: Promise.resolve([]) }));
