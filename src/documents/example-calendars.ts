/** The plans of Example County as calendars. */
import { exampleAddress, examplesOf, exampleSheet, inventedNotice, pullOutOf } from '../site/example-county.ts';
import { absolute } from '../site/public-address.ts';
import { planIn } from '../tools/plan-sheet.ts';
import { calendarOf, type Calendar } from './calendar.ts';
import { exampleFile, exampleTitle } from './example-documents.ts';
import type { Job } from './job.ts';
import type { Publication } from './site-documents.ts';

/** The plans of Example County, on the days it has chosen. */
export function exampleCalendars(publication: Publication): Job<Calendar>[] {
  const { site, url } = publication;
  return examplesOf(site).flatMap((example): Job<Calendar>[] => {
    const pullOut = pullOutOf(site, example);
    if (pullOut?.kind !== 'timelines') return [];
    const { entry } = pullOut;
    const address = exampleAddress(example);
    const title = exampleTitle(publication, example);
    const input = calendarOf({
      timeline: { id: `${entry.id}-example-county`, title },
      planned: planIn(entry, exampleSheet(example)).planned,
      description: inventedNotice,
      stamp: entry.reviewed,
      url: url && absolute(url, address),
    });
    return [
      { file: `${exampleFile(pullOut)}.ics`, title, address, toolkit: site.toolkits[entry.toolkit.id]!.number, input },
    ];
  });
}
