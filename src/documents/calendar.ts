/** Calendars as data, and how the plan of a timeline becomes one. Runs in the browser, too: it needs neither the disk nor the schemas. */
import type { Block, Inline } from '../prose/tree.ts';
import { plainText } from '../prose/tree.ts';
import { longDate } from '../tools/dates.ts';
import { addDays, daysBetween, type Day } from '../tools/days.ts';
import { suggestionTag } from '../schemas/names.ts';
import { blocksToDocument, inlinesToDocument } from './to-document.ts';
import { inlineText, plainTextOf } from './plain-text.ts';
import type { PlannedStep, TimedStep } from '../tools/plan.ts';
import { wordsOnlyContext } from './plain-context.ts';

/** One thing to do, on the day by which it is due: a banner over months would hide it. All words are plain text. */
export interface CalendarEvent {
  /** The same step keeps its id in every file, so that a new import replaces the old dates instead of adding to them. */
  id: string;
  title: string;
  start: Day;
  /** The day after the last one. */
  end: Day;
  description: string;
  url?: string;
  /** Comes again after so many weeks or months, so many times in all. */
  repeat?: ({ weeks: number } | { months: number }) & { count: number };
  /** A reminder so many days before. */
  remind: number;
}

export interface Calendar {
  name: string;
  description: string;
  /** The day that the file says of itself; never the clock’s. */
  stamp: Day;
  /** Higher in a later file: programs keep the higher one. */
  sequence: number;
  events: CalendarEvent[];
}

/** A step of content/timelines/ with its words. */
export interface WordedStep extends TimedStep {
  text: Inline[];
  help?: Block[] | undefined;
  suggestion: boolean;
  /** Comes again every so many months while it lasts. */
  every?: number | undefined;
}

/** What calendar programs find and show together. */
export const category = 'CSEC Task Force';

export interface CalendarOptions extends Pick<Calendar, 'description' | 'stamp'> {
  timeline: { id: string; title: string; repeats?: { weeks: number; count: number } | undefined };
  planned: readonly PlannedStep<WordedStep>[];
  sequence?: number;
  /** Tells one meeting’s calendar from another’s: the day of the meeting when its calendar was first made. */
  series?: string | undefined;
  /** The public address of the timeline’s page, when it is known. */
  url?: string | undefined;
  /** What somebody wrote, by the id of the step: another title, a note. Always plain words. */
  written?: Readonly<Record<string, { title?: string; note?: string }>>;
}

/** The calendar of a planned timeline: an event for each step. */
export function calendarOf({
  timeline,
  planned,
  description,
  stamp,
  sequence = 0,
  series,
  url,
  written = {},
}: CalendarOptions): Calendar {
  const context = wordsOnlyContext(`timelines-${timeline.id}`);
  const events = planned.map(({ step, start, end, length }): CalendarEvent => {
    const { title, note } = written[step.id] ?? {};
    const own = titleOf(step.text);
    const whole = inlineText(inlinesToDocument(step.text, context)).trim();
    const days = daysBetween(start, end);
    const about = [
      note ?? '',
      days > 1 ? `From ${longDate(start)} to ${longDate(addDays(end, -1))}.` : '',
      title || whole.replace(/\.$/, '') !== own ? whole : '',
      step.suggestion ? `(${suggestionTag})` : '',
      plainTextOf(blocksToDocument(step.help ?? [], context)),
      `From “${timeline.title}” of the CSEC Task Force Toolkits. Its page names the sources.`,
    ];
    return {
      id: ['csec-task-force-toolkits.timelines', timeline.id, series, step.id].filter(Boolean).join('.'),
      title: title || own,
      ...(step.every ? again(start, step.every, length) : { start: addDays(end, -1), end, remind: days >= 14 ? 7 : 1 }),
      description: about.filter(Boolean).join('\n\n'),
      ...(url ? { url: `${url}#${step.id}` } : {}),
      ...(timeline.repeats ? { repeat: timeline.repeats } : {}),
    };
  });
  return { name: timeline.title, description, stamp, sequence, events };
}

/** A step that comes again begins on its first day; no month is skipped for being short. */
function again(first: Day, months: number, length: number): Pick<CalendarEvent, 'start' | 'end' | 'remind' | 'repeat'> {
  const start = first.slice(8) > '28' ? `${first.slice(0, 8)}28` : first;
  return {
    start,
    end: addDays(start, 1),
    remind: 1,
    repeat: { months, count: Math.max(1, Math.floor(length / months)) },
  };
}

/** The first sentence of a step, without its full stop. */
function titleOf(text: readonly Inline[]): string {
  const words = plainText(text).trim();
  return (/^.{12,}?[.?!](?=\s+\p{Lu}|$)/su.exec(words)?.[0] ?? words).replace(/\.$/, '');
}
