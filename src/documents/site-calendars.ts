/** The calendars of the site: each timeline with the dates of an example start. */
import { collections, type Entry } from '../schemas/index.ts';
import { pullOutFile } from '../site/file-names.ts';
import { absolute } from '../site/public-address.ts';
import { longDate } from '../tools/dates.ts';
import { addDays, weekdayOf, type Day } from '../tools/days.ts';
import { planOf } from '../tools/plan.ts';
import { calendarOf, type Calendar } from './calendar.ts';
import type { Job } from './job.ts';
import type { Publication } from './site-documents.ts';

/** A calendar for every timeline. */
export function calendarsOf({ site, url }: Publication): Job<Calendar>[] {
  return Object.values(site.timelines).map((entry) => {
    const start = exampleStart(entry);
    const when = `${entry.around ? `with ${entry.around} on` : 'starting'} ${longDate(start)}`;
    const address = collections.timelines.address(entry.id);
    return {
      file: `${pullOutFile({ kind: 'timelines', entry })}.ics`,
      title: `${entry.title}, ${when}`,
      address,
      toolkit: site.toolkits[entry.toolkit.id]!.number,
      input: calendarOf({
        timeline: entry,
        planned: planOf(entry, start),
        description: `${entry.promise} The dates are an example, ${when}: move them to fit.`,
        stamp: entry.reviewed,
        url: url && absolute(url, address),
      }),
    };
  });
}

/** The first January 1 after the review; for a plan around one day, the second Tuesday of that January. */
export function exampleStart({ reviewed, around }: Pick<Entry<'timelines'>, 'reviewed' | 'around'>): Day {
  const newYear = `${Number(reviewed.slice(0, 4)) + 1}-01-01`;
  return around ? addDays(newYear, ((2 - weekdayOf(newYear) + 7) % 7) + 7) : newYear;
}
