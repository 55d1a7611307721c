/**
 * Writes a calendar as iCalendar text (RFC 5545), in the part of it that Google, Outlook and Apple all read: whole days without a
 * time zone, weekly repetition, plain words. Runs in the browser, too.
 */
import type { Day } from '../../tools/days.ts';
import { category, type Calendar, type CalendarEvent } from '../../documents/calendar.ts';

/** A line of the file: name and value. */
type Property = readonly [name: string, value: string];

/** The text of the calendar file. The same calendar gives the same text. */
export function writeIcs({ name, description, stamp, sequence, events }: Calendar): string {
  const properties: Property[] = [
    ['BEGIN', 'VCALENDAR'],
    ['VERSION', '2.0'],
    ['PRODID', '-//CSEC Task Force Toolkits//Calendar//EN'],
    ['METHOD', 'PUBLISH'],
    ['X-WR-CALNAME', text(name)],
    ['X-WR-CALDESC', text(description)],
    ...events.flatMap((event) => propertiesOf(event, stamp, sequence)),
    ['END', 'VCALENDAR'],
  ];
  return properties.map(([key, value]) => `${folded(`${key}:${value}`)}\r\n`).join('');
}

function propertiesOf(
  { id, title, start, end, description, url, repeat, remind }: CalendarEvent,
  stamp: Day,
  sequence: number,
): Property[] {
  return [
    ['BEGIN', 'VEVENT'],
    ['UID', text(id)],
    ['DTSTAMP', `${date(stamp)}T000000Z`],
    ['SEQUENCE', String(sequence)],
    ['DTSTART;VALUE=DATE', date(start)],
    ['DTEND;VALUE=DATE', date(end)],
    ...(repeat ? [['RRULE', ruleOf(repeat)] as const] : []),
    ['SUMMARY', text(title)],
    ['CATEGORIES', text(category)],
    ['DESCRIPTION', text(description)],
    ...(url ? [['URL', inert(url).replaceAll('\n', '')] as const] : []),
    // Nobody is busy all day because something is due.
    ['TRANSP', 'TRANSPARENT'],
    ['X-MICROSOFT-CDO-BUSYSTATUS', 'FREE'],
    ['BEGIN', 'VALARM'],
    ['ACTION', 'DISPLAY'],
    ['DESCRIPTION', text(title)],
    ['TRIGGER', `-P${remind}D`],
    ['END', 'VALARM'],
    ['END', 'VEVENT'],
  ];
}

function ruleOf(repeat: NonNullable<CalendarEvent['repeat']>): string {
  const often = 'weeks' in repeat ? `FREQ=WEEKLY;INTERVAL=${repeat.weeks}` : `FREQ=MONTHLY;INTERVAL=${repeat.months}`;
  return `${often};COUNT=${repeat.count}`;
}

/**
 * Words that no program takes for anything else: line breaks of every kind become `\n`, other control characters go, and half a
 * surrogate pair becomes U+FFFD.
 */
export function inert(words: string): string {
  return words
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g, '')
    .toWellFormed();
}

/** Words as a value: inert and escaped. */
function text(words: string): string {
  return inert(words)
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

/** `2027-01-12` → `20270112`. */
function date(day: Day): string {
  return day.replaceAll('-', '');
}

/** A line of up to 75 octets; what is longer goes on in lines that start with a space. No character is cut in two. */
function folded(line: string): string {
  const lines = [''];
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character.codePointAt(0)!);
    if (octets + size > 75) {
      lines.push(' ');
      octets = 1;
    }
    lines[lines.length - 1] += character;
    octets += size;
  }
  return lines.join('\r\n');
}

/** How many octets a character takes in UTF-8. */
function octetsOf(code: number): number {
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
