/** READ ME FIRST.txt of the offline copy. */

import { longDate } from '../../src/tools/dates.ts';
import type { Edition } from '../../src/site/edition.ts';

/** @param url the public address, when it is known */
export function readMe({ version, reviewed }: Edition, url: string | undefined): string {
  const lines = [
    'CSEC Task Force Toolkits: offline copy',
    `Version ${version}. Its newest page was reviewed on ${longDate(reviewed)}.`,
    '',
    'HOW TO OPEN IT',
    '1. Unpack the whole ZIP file first. On Windows: right-click it and choose "Extract All". On a Mac: double-click it.',
    '2. Open the folder csec-toolkits-offline.',
    '3. Double-click index.html. It opens in your browser. You need no network.',
    '',
    'Copy the whole folder to a USB stick or another computer. Keep its files together: one page alone does not work.',
    '',
    'WHAT IS IN IT',
    'All pages, the search, the tools to fill in, and all files to download (in the folder "downloads").',
    '',
    'WHAT YOU WRITE',
    'Nothing you write is sent anywhere. It is gone when you close a page, unless you choose "Keep on this device".',
    'Other pages that are opened as files in the same browser may be able to read what is kept that way.',
    'On a shared computer, choose "Save to a file" and take the file with you. Never write the name of a child.',
    '',
    'IS THERE A NEWER VERSION?',
    url
      ? `Look at ${url}downloads/`
      : 'Ask whoever gave you this copy. Laws and phone numbers change: check them before you rely on them.',
    '',
    'This is flexible advice, not legal advice. Words and drawings: CC BY 4.0. Code: MIT.',
    '',
  ];
  // Windows' own editor wants both characters.
  return lines.join('\r\n');
}
