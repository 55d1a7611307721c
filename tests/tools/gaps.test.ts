import { expect, it } from 'vitest';
import { gapsOf, hasSeat } from '../../src/tools/gaps.ts';

const roster = {
  seats: [
    { id: 'schools', governments: false },
    { id: 'tribes', governments: true },
  ],
  voices: [{ id: 'quiet' }, { id: 'young' }],
};

it('finds every seat and voice missing at an empty table', () => {
  expect(gapsOf(roster, {})).toEqual({
    seats: ['schools', 'tribes'],
    voices: [
      { id: 'quiet', answer: '' },
      { id: 'young', answer: '' },
    ],
  });
});

it('counts a seat as soon as anything but spaces is written there', () => {
  expect(gapsOf(roster, { 'seat.schools.agency': '  ' }).seats).toContain('schools');
  expect(gapsOf(roster, { 'seat.schools.agency': 'filled' }).seats).toEqual(['tribes']);
});

it('counts governments only by a row of their own', () => {
  expect(hasSeat(roster.seats[1]!, { 'seat.tribes.agency': 'yes' })).toBe(false);
  expect(hasSeat(roster.seats[1]!, { 'seat.tribes.rows': 'k1' })).toBe(false);
  expect(hasSeat(roster.seats[1]!, { 'seat.tribes.rows': 'k1', 'seat.tribes.k1.kind': 'A tribe' })).toBe(true);
});

it('counts a voice only when it has a say', () => {
  const voices = gapsOf(roster, { 'voice.quiet': 'Has a say', 'voice.young': 'Present, without a say' }).voices;
  expect(voices).toEqual([{ id: 'young', answer: 'Present, without a say' }]);
});
