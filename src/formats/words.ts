/** The words that a file adds to those of its document: PDF and one-file page. */
import { setName } from '../schemas/names.ts';
import { longDate } from '../tools/dates.ts';

export const words = {
  contents: 'Contents',
  inside: 'In this toolkit',
  pullOuts: 'Pull out and use',
  guidance: 'Guidance',
  guidanceIntro: 'Advice for whoever fills in the document. It is not part of it.',
  sources: 'Sources',
  aboutToolkit:
    'One of the toolkits for the local task forces in Washington State that respond to the commercial ' +
    'sexual exploitation of children (CSEC). It stands alone: no other toolkit is needed to use it.',
  aboutSet:
    'Toolkits for the local task forces in Washington State that respond to the commercial sexual ' +
    'exploitation of children (CSEC), with everything that can be pulled out of them, the library they rest ' +
    'on, and the glossary. Each toolkit stands alone.',
  howToUse:
    'Pull out the pages that you need. Fill in the fields on the screen, or print them and write. The advice ' +
    'is flexible, and it is not legal advice: have counsel review an agreement before anybody signs it.',
};

/** “Version 1.0.0, published by …”. */
export function publishedAs(version: string): string {
  return `Version ${version}, published by the editors of ${setName}.`;
}
/** “Page 12 of 284”. */
export function pageOf(page: number, all: number): string {
  return `Page ${page} of ${all}`;
}
/** “Reviewed November 22, 2026”. */
export function reviewedOn(day: string): string {
  return `Reviewed ${longDate(day)}`;
}
/** “Draft of November 27, 2026”. */
export function draftOf(day: string): string {
  return `Draft of ${longDate(day)}`;
}
/** What the code shows, for those who do not see it. */
export function codeInWords(url: string): string {
  return `QR code of the online page: ${url}`;
}
