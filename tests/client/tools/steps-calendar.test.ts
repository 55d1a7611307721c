import naughty from 'big-list-of-naughty-strings/blns.json' with { type: 'json' };
import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { calendar } from '../../../src/client/tools/exporters/calendar.ts';
import { findPullOut } from '../../../src/site/pull-outs.ts';
import type { PullOutModel } from '../../../src/documents/pull-out-model.ts';
import { readContent } from '../../../src/reader/read.ts';
import type { PullOutKind } from '../../../src/schemas/kinds.ts';
import { inert } from '../../../src/formats/ics/write.ts';
import { root } from '../../root.ts';

const { site } = readContent(root);
const model = (id: string, ref: PullOutKind = 'timelines'): PullOutModel => ({
  pullOut: findPullOut(site, { ref, id })!,
  notes: [],
  toolkit: 2,
  address: `/${ref}/${id}/`,
});
const events = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));

it('has the dates of the plan, and what was written about a step as plain words', () => {
  const sheet = {
    'plan.start': '2027-01-15',
    'plan.length.map-gaps': '4',
    'step.map-gaps.owner': 'Chair',
    'step.map-gaps.done': 'yes',
    'step.map-gaps.due': '2027-04-01',
    'step.map-gaps.note': 'Ask Kim;\nDTSTART:19990101',
  };
  const { name, text } = calendar(
    model('first-18-months'),
    sheet,
    'https://toolkits.example/a/',
    new Date('2026-01-01T02:00:00Z'),
  );
  expect(name).toBe('csec-timeline-first-18-months.ics');
  const all = events(text);
  expect(all).toHaveLength(23);
  const step = all.find(({ uid }) => uid.endsWith('.map-gaps'))!;
  // The day by which it is due, not four months of banner.
  expect([step.startDate.toString(), step.endDate.toString(), step.sequence]).toEqual([
    '2027-05-14',
    '2027-05-15',
    120,
  ]);
  expect(String(step.component.getFirstSubcomponent('valarm')!.getFirstPropertyValue('trigger'))).toBe('-P7D');
  expect(step.description).toMatch(
    /^Done\.\nWho: Chair\nDue by April 1, 2027\nAsk Kim;\nDTSTART:19990101\n\nFrom January 15, 2027 to May 14, 2027\.\n\n/,
  );
  expect(String(step.component.getFirstPropertyValue('url'))).toBe(
    'https://toolkits.example/a/timelines/first-18-months/#map-gaps',
  );
  expect(all.find(({ uid }) => uid.endsWith('.review-map'))!.startDate.compare(step.startDate)).toBe(1);
});

it('repeats around a meeting as chosen, and one’s own step stands once, on its day', () => {
  const sheet = {
    'plan.start': '2027-01-12',
    'plan.weeks': '8',
    'plan.count': '3',
    'added.after.rows': 'a b',
    'added.after.a.text': 'Water the plants',
    'added.after.a.due': '2027-01-20',
    'added.after.b.text': 'No day',
  };
  const all = events(calendar(model('meeting-cycle'), sheet).text);
  expect(all).toHaveLength(17);
  const days = all.find(({ uid }) => uid.endsWith('.run'))!.iterator();
  expect([days.next(), days.next(), days.next(), days.next()].map((day) => day?.toString())).toEqual([
    '2027-01-12',
    '2027-03-09',
    '2027-05-04',
    undefined,
  ]);
  const own = all.at(-1)!;
  expect([own.summary, own.startDate.toString(), own.endDate.toString(), own.isRecurring()]).toEqual([
    'Water the plants',
    '2027-01-20',
    '2027-01-21',
    false,
  ]);
});

it('keeps two meetings apart, and moves one that only moves; a later file counts as newer', () => {
  const idsOf = (sheet: Record<string, string>, now = new Date('2027-01-01')): string[] =>
    events(calendar(model('meeting-cycle'), sheet, undefined, now).text).map(({ uid }) => uid);
  const first = idsOf({ 'plan.start': '2027-01-12' });
  expect(idsOf({ 'plan.start': '2027-03-09' }).some((id) => first.includes(id))).toBe(false);
  expect(idsOf({ 'plan.start': '2027-01-19', 'plan.series': '2027-01-12' })).toEqual(first);
  const [early, late] = ['2027-01-01T10:00:00Z', '2027-01-01T10:02:00Z'].map(
    (now) =>
      events(calendar(model('meeting-cycle'), { 'plan.start': '2027-01-12' }, undefined, new Date(now)).text)[0]!,
  );
  expect(late!.sequence).toBe(early!.sequence + 2);
});

it('says what is missing', () => {
  expect(() => calendar(model('first-18-months'), {})).toThrow('Choose a start date first.');
  expect(() => calendar(model('first-18-months'), { 'plan.start': '2027-02-30' })).toThrow(
    'Choose a start date first.',
  );
  expect(() => calendar(model('phase-1', 'checklists'), {})).toThrow('Only timelines');
});

it('takes any words as words', () => {
  for (const words of naughty.filter((text) => text.trim())) {
    const sheet = {
      'plan.start': '2027-01-12',
      'step.run.note': words,
      'added.after.rows': 'a',
      'added.after.a.text': words,
      'added.after.a.due': '2027-01-20',
    };
    const all = events(calendar(model('meeting-cycle'), sheet).text);
    expect(all).toHaveLength(17);
    expect(all.find(({ uid }) => uid.endsWith('.run'))!.description.startsWith(inert(words.trim()))).toBe(true);
    expect(`${all.at(-1)!.summary} ${all.at(-1)!.description}`).toContain(inert(words.trim()).split(/[.?!]/)[0]);
  }
});
