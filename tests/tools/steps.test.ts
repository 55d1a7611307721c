import { describe, expect, it } from 'vitest';
import { isShown, ownersIn, ownersOffered, ownSteps, progressOf, workInWords, workOf } from '../../src/tools/steps.ts';

const nothing = { done: false, owner: '', due: '', note: '' };
const sheet = {
  'step.ask.done': 'yes',
  'step.ask.owner': ' Chair ',
  'step.ask.due': '2027-03-03',
  'step.ask.note': 'Bring the list',
  'step.rest.owner': 'Kim',
  'added.before.rows': 'k2 k1 k3',
  'added.before.k1.text': 'Call the library',
  'added.before.k1.owner': 'Chair',
  'added.before.k2.text': ' ',
};

it('reads what is written about a step', () => {
  expect(workOf(sheet, 'step.ask')).toEqual({ done: true, owner: 'Chair', due: '2027-03-03', note: 'Bring the list' });
  expect(workOf(sheet, 'step.none')).toEqual(nothing);
  expect(workOf({ 'step.ask.done': 'no' }, 'step.ask').done).toBe(false);
});

it('lists one’s own steps of a group in their order', () => {
  expect(ownSteps(sheet, 'before').map(({ key, text }) => [key, text])).toEqual([
    ['k2', ''],
    ['k1', 'Call the library'],
    ['k3', ''],
  ]);
  expect(ownSteps(sheet, 'after')).toEqual([]);
});

it.each([
  [nothing, '', ''],
  [
    { ...nothing, owner: 'Chair', due: '2027-03-03', note: 'Bring the list' },
    '',
    'Chair · by March 3, 2027 · Bring the list',
  ],
  [{ ...nothing, due: 'soon' }, '', 'by soon'],
  [{ ...nothing, note: 'n' }, 'January 15, 2027', 'January 15, 2027 · n'],
])('puts %o into words', (work, when, words) => {
  expect(workInWords(work, when)).toBe(words);
});

describe('filters', () => {
  it('show all, the open ones, or those of one owner, whatever the owner is called', () => {
    const done = { ...nothing, done: true, owner: 'open' };
    expect([
      isShown(done, '', true),
      isShown(done, 'open', true),
      isShown(done, 'owner:open', true),
      isShown(nothing, 'owner:open', true),
    ]).toEqual([true, false, true, false]);
  });

  it('take duties as open until somebody has them', () => {
    expect([
      isShown({ ...nothing, done: true }, 'open', false),
      isShown({ ...nothing, owner: 'Chair' }, 'open', false),
    ]).toEqual([true, false]);
  });
});

it('says how far a list is', () => {
  const works = ['step.ask', 'step.rest', 'added.before.k1'].map((name) => workOf(sheet, name));
  expect(progressOf(works, true)).toEqual({ done: 1, all: 3, words: '1 of 3 done' });
  expect(progressOf(works, false).words).toBe('3 of 3 duties have somebody');
  expect(progressOf([nothing], false).words).toBe('0 of 1 duty has somebody');
});

it('offers roles, the people of My task force and those in use, each once', () => {
  const works = Object.keys(sheet).flatMap((field) =>
    field.endsWith('.owner') ? [workOf(sheet, field.replace('.owner', ''))] : [],
  );
  expect(ownersIn(works)).toEqual(['Chair', 'Kim']);
  const taskForce = {
    coordinator: 'Kim',
    chair: 'J. Ruiz',
    'members.rows': 'a b',
    'members.a.person': 'Lee',
    'members.b.name': 'County health',
  };
  const offered = ownersOffered(taskForce, ['Kim', 'Dr. Oh']);
  expect(offered.slice(-4)).toEqual(['Kim', 'J. Ruiz', 'Lee', 'Dr. Oh']);
  expect(offered).toContain('Coordinator');
  expect(offered).not.toContain('County health');
});
