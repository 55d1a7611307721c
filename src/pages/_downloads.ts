/** The files that the build has written, for the pages that offer them. While developing there are none. */
import type { Download } from '../site/downloads.ts';

declare const DOWNLOADS: readonly Download[];
export const downloads = DOWNLOADS;

/** The files of one page, in the order of the formats. */
export function downloadsOf(address: string): Download[] {
  return downloads.filter((download) => download.address === address);
}
