/** Calendar files (ICS): each timeline with the dates of an example start. */
import { strToU8 } from 'fflate';
import type { Calendar } from '../documents/calendar.ts';
import { exampleCalendars } from '../documents/example-calendars.ts';
import { calendarsOf } from '../documents/site-calendars.ts';
import { writeIcs } from './ics/write.ts';
import type { Format } from './writer.ts';

export const ics: Format<Calendar> = {
  extension: 'ics',
  name: 'Calendar',
  use: 'To put dates into Google, Outlook or Apple calendars. Starts on an example date, which its title names.',
  mediaType: 'text/calendar',
  jobs: (publication) => [...calendarsOf(publication), ...exampleCalendars(publication)],
  write: (calendar) => Promise.resolve(strToU8(writeIcs(calendar))),
};
