import naughty from 'big-list-of-naughty-strings/blns.json' with { type: 'json' };
import fc from 'fast-check';
import ICAL from 'ical.js';
import { afterEach, describe, expect, it } from 'vitest';
import { plainText } from '../../src/prose/tree.ts';
import { addDays } from '../../src/tools/days.ts';
import { planOf, roundsOf } from '../../src/tools/plan.ts';
import { readContent } from '../../src/reader/read.ts';
import { calendarOf, type Calendar } from '../../src/documents/calendar.ts';
import { inert, writeIcs } from '../../src/formats/ics/write.ts';
import { exampleStart } from '../../src/documents/site-calendars.ts';
import { ics } from '../../src/formats/ics.ts';
import { kitchenSink, root } from '../root.ts';

const zone = process.env.TZ;
afterEach(() => {
  process.env.TZ = zone;
  if (zone === undefined) delete process.env.TZ;
});

const url = 'https://toolkits.example/';
const { site } = readContent(root);
const jobs = [root, kitchenSink].flatMap((folder) => ics.jobs({ site: readContent(folder).site, figures: {}, url }));
const events = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
const calendar = (words: string, id = 'step'): Calendar => ({
  name: words,
  description: words,
  stamp: '2026-01-02',
  sequence: 0,
  events: [{ id, title: words, description: words, start: '2026-12-31', end: '2027-01-02', remind: 1 }],
});

it('makes a file of each timeline, with the start that it names', () => {
  expect(jobs.slice(0, 3).map(({ file, title, address, toolkit }) => [file, title, address, toolkit])).toEqual([
    [
      'csec-timeline-annual-calendar.ics',
      'The coordinator’s year, starting January 1, 2027',
      '/timelines/annual-calendar/',
      5,
    ],
    [
      'csec-timeline-first-18-months.ics',
      'The first 18 months, starting January 1, 2027',
      '/timelines/first-18-months/',
      2,
    ],
    [
      'csec-timeline-meeting-cycle.ics',
      'Around one meeting, with the meeting on January 12, 2027',
      '/timelines/meeting-cycle/',
      5,
    ],
  ]);
  expect(
    ['2026-11-22', '2027-12-31', '2030-01-01'].map((reviewed) => exampleStart({ reviewed, around: 'it' })),
  ).toEqual(['2027-01-12', '2028-01-11', '2031-01-14']);
});

it.each(jobs)('$file is read back with the same words and days', async ({ input }) => {
  const text = new TextDecoder().decode(await ics.write(input, { read: () => new Uint8Array() }));
  const parsed = new ICAL.Component(ICAL.parse(text));
  expect(parsed.getFirstPropertyValue('method')).toBe('PUBLISH');
  // The reader leaves the escapes of names that are not in the standard.
  const unescaped = (name: string) =>
    String(parsed.getFirstPropertyValue(name)).replace(/\\(.)/g, (_, character: string) =>
      character === 'n' ? '\n' : character,
    );
  expect([unescaped('x-wr-calname'), unescaped('x-wr-caldesc')]).toEqual([input.name, input.description]);
  expect(input.description).toMatch(
    / The dates are an example, (starting|with .+ on) January \d+, 2027: move them to fit\.$|^Example County does not exist\. /,
  );
  const read = events(text).map((event) => ({
    id: event.uid,
    title: event.summary,
    start: event.startDate.toString(),
    end: event.endDate.toString(),
    description: event.description,
    url: event.component.getFirstPropertyValue('url'),
  }));
  expect(read).toEqual(input.events.map(({ repeat: _repeat, remind: _remind, ...event }) => event));
  expect(new Set(read.map(({ id }) => id)).size).toBe(read.length);
  expect(events(text).every(({ startDate, endDate }) => startDate.isDate && endDate.isDate)).toBe(true);
});

it('repeats every step around a meeting on the days of its round', () => {
  const entry = site.timelines['meeting-cycle']!;
  const text = writeIcs(jobs.find(({ file }) => file.includes('meeting-cycle'))!.input);
  const rounds = roundsOf(entry, exampleStart(entry)).map((start) => planOf(entry, start));
  events(text).forEach((event, index) => {
    const days = event.iterator();
    const read = rounds.map(() => days.next()?.toString());
    expect([...read, days.next()]).toEqual([...rounds.map((plan) => addDays(plan[index]!.end, -1)), undefined]);
  });
});

it('repeats what comes once a month or once a quarter, and skips no short month', () => {
  const { input } = jobs.find(({ file }) => file.includes('annual-calendar'))!;
  const daysOf = (id: string, text = writeIcs(input)) => {
    const days = events(text)
      .find(({ uid }) => uid.endsWith(id))!
      .iterator();
    return Array.from({ length: 13 }, () => days.next()?.toString()).filter(Boolean);
  };
  expect(daysOf('.chair')).toHaveLength(12);
  expect(daysOf('.load')).toEqual(['2027-01-01', '2027-04-01', '2027-07-01', '2027-10-01']);
  const entry = site.timelines['annual-calendar']!;
  const late = calendarOf({
    timeline: entry,
    planned: planOf(entry, '2027-01-31'),
    description: '',
    stamp: '2027-01-01',
  });
  expect(daysOf('.chair', writeIcs(late)).slice(0, 3)).toEqual(['2027-01-28', '2027-02-28', '2027-03-28']);
});

it('gives every event a category, a reminder and one day', () => {
  for (const { input } of jobs)
    for (const event of events(writeIcs(input))) {
      expect(event.component.getFirstPropertyValue('categories')).toBe('CSEC Task Force');
      expect(event.component.getAllSubcomponents('valarm')).toHaveLength(1);
      expect(event.duration.toString()).toBe('P1D');
    }
});

it('keeps all words of a step: the first sentence as the title, the rest and the advice below', () => {
  const { events: steps } = jobs.find(({ file }) => file.includes('annual-calendar'))!.input;
  expect(steps.find(({ id }) => id.endsWith('.other-coordinators'))).toMatchObject({
    title: 'Call other coordinators once a month',
    description: expect.stringMatching(
      /^From January 1, 2027 to December 31, 2027\.\n\nCall other coordinators once a month\.(\*| \(Editors’ suggestion\)) In Oregon, .+ such calls\.\n\nFrom “The coordinator’s year” of the CSEC Task Force Toolkits\. Its page names the sources\.$/,
    ),
    url: 'https://toolkits.example/timelines/annual-calendar/#other-coordinators',
  });
  expect(steps.find(({ id }) => id.endsWith('.annual-summary'))).toMatchObject({
    description: expect.stringMatching(/^(From .*\.\n\n)?(\*|\(Editors’ suggestion\))\n\nFrom/),
  });
  const { input } = jobs.find(({ file }) => file === 'csec-timeline-meeting.ics')!;
  expect(input.events[0]).toMatchObject({
    title: 'Invite all; then wait',
    description:
      'From December 29, 2026 to January 4, 2027.\n\nInvite all; then wait. Bring the MOU.\n\n(Editors’ suggestion)' +
      '\n\n- Ask.\n- Ask again. (Editors’ suggestion)\n\nTip\nWrite.\n\nFrom “Around the meeting” of the CSEC Task Force Toolkits. Its page names ' +
      'the sources.',
  });
  for (const entry of Object.values(site.timelines)) {
    const made = jobs.find(({ file }) => file === `csec-timeline-${entry.id}.ics`)!.input.events;
    entry.periods
      .flatMap(({ steps: all }) => all)
      .forEach((step, index) => {
        const words = plainText(step.text).trim();
        const { title, description } = made[index]!;
        expect(
          title === words.replace(/\.$/, '') ||
            description
              .replace(/^From \w+ \d+, \d+ to .*\.\n\n/, '')
              .replaceAll(' (Editors’ suggestion)', '')
              .startsWith(words),
          words,
        ).toBe(true);
      });
  }
});

it('gives a changed plan the same ids, the words somebody wrote, and a higher number', () => {
  const entry = site.timelines['first-18-months']!;
  const planned = planOf(entry, '2027-03-01', { lengths: { 'point-people': 4 } });
  const made = calendarOf({
    timeline: entry,
    planned,
    description: '',
    stamp: '2027-02-01',
    sequence: 2,
    written: { 'point-people': { title: 'Names, please', note: 'Ask Kim; then Lee\nDTSTART:19990101' } },
  });
  const [, step] = events(writeIcs(made));
  expect(made.events.map(({ id }) => id)).toEqual(
    jobs.find(({ file }) => file.includes('first-18'))!.input.events.map(({ id }) => id),
  );
  expect([step!.summary, step!.sequence, step!.startDate.toString(), step!.endDate.toString()]).toEqual([
    'Names, please',
    2,
    '2027-06-30',
    '2027-07-01',
  ]);
  expect(step!.description).toMatch(
    /^Ask Kim; then Lee\nDTSTART:19990101\n\nFrom March 1, 2027 to June 30, 2027\.\n\nFind the point people/,
  );
});

describe('words that look like something else', () => {
  it('come back equal, but for control characters and kinds of line break', () => {
    for (const words of naughty.filter(Boolean)) {
      const text = writeIcs(calendar(words));
      const [event, ...more] = events(text);
      expect(more).toEqual([]);
      expect([event!.summary, event!.description]).toEqual([inert(words), inert(words)]);
    }
  });

  it('never end a line or start a property, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        (words, other) => {
          const text = writeIcs(calendar(`${words}\r\nEND:VEVENT\n${other}`));
          const [event, ...more] = events(text);
          return more.length === 0 && event!.summary === inert(`${words}\r\nEND:VEVENT\n${other}`);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('are replaced only as documented', () => {
    expect(inert('a\r\nb\rc\u2028d\u0085e\u000bf')).toBe('a\nb\nc\nd\ne\nf');
    expect(inert('a\u0000b\u001bc\u009fd\u007fe\ud800f')).toBe('abcde\ufffdf');
    expect(inert('tab\t, emoji 👩‍👧 and עברית stay')).toBe('tab\t, emoji 👩‍👧 and עברית stay');
  });
});

describe('the form', () => {
  const long = '宝物👩‍👧‍👦é'.repeat(60);

  it('ends every line with CRLF and folds it at 75 octets, between characters', () => {
    for (const text of [writeIcs(calendar(long)), ...jobs.map(({ input }) => writeIcs(input))]) {
      expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      const lines = text.split('\r\n').map((line) => new TextEncoder().encode(line));
      expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(75);
      for (const line of lines) expect(() => new TextDecoder('utf-8', { fatal: true }).decode(line)).not.toThrow();
    }
    expect(events(writeIcs(calendar(long)))[0]!.summary).toBe(long);
  });

  it('blocks nobody’s time', () => {
    expect(writeIcs(calendar('a'))).toContain('\r\nTRANSP:TRANSPARENT\r\n');
  });

  it('is the same on every run and in every time zone', () => {
    const texts = ['Pacific/Auckland', 'America/Los_Angeles', 'UTC'].map((name) => {
      process.env.TZ = name;
      return ics.jobs({ site, figures: {}, url }).map(({ input }) => writeIcs(input));
    });
    expect(texts[1]).toEqual(texts[0]);
    expect(texts[2]).toEqual(texts[0]);
    const stamp = site.timelines['meeting-cycle']!.reviewed.replaceAll('-', '');
    expect(texts[0]![2]).toContain(
      `UID:csec-task-force-toolkits.timelines.meeting-cycle.run\r\nDTSTAMP:${stamp}T000000Z\r\nSEQUENCE:0\r\n` +
        'DTSTART;VALUE=DATE:20270112\r\nDTEND;VALUE=DATE:20270113\r\n',
    );
  });
});
