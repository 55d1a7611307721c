/** The files to download, for the pages that offer them. */
import { writing } from '../site/writing.ts';
import type { Download } from '../site/downloads.ts';

export const downloads = await writing.downloads;

/** The files of one page, in the order of the formats. */
export function downloadsOf(address: string): Download[] {
  return downloads.filter((download) => download.address === address);
}
