/** Tabs side by side: whatever the order of typing, saving, hearing and closing, no words go under silently. */
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Store } from '../../../src/client/store/sheet-store.ts';
import { addRow, removeRow, rowsOf } from '../../../src/client/store/rows.ts';
import { FakeDevice } from './fake-medium.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const fields = ['a', 'b', 'c'];
const tabs = 3;
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      tab: fc.nat(tabs - 1),
      field: fc.constantFrom(...fields),
      empties: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('add', 'drop'), tab: fc.nat(tabs - 1) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('save', 'hear', 'hear'), tab: fc.nat(tabs - 1) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('reload', 'wake'), tab: fc.nat(tabs - 1) }) },
);

it('joins what all tabs write: each value stays, or was changed by somebody who saw it, or is reported', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const device = new FakeDevice();
      const open = () => new Store(device.tab());
      const stores = Array.from({ length: tabs }, open);
      const places = stores.map((_, index) => index);
      const reported = new Set<string>();
      const report = () => stores.forEach(({ conflicts }) => conflicts.forEach(({ other }) => reported.add(other)));
      stores[0]!.keep();
      device.settle();
      const written: string[] = [];
      const seen = new Set<string>();
      const rows = { added: new Set<string>(), dropped: new Set<string>() };
      for (const action of steps) {
        const store = stores[action.tab]!;
        const sheet = store.sheet('x');
        if ('field' in action) {
          seen.add(sheet.get(action.field));
          const value = action.empties ? '' : `v${written.length}`;
          if (value) written.push(value);
          sheet.set(action.field, value);
        } else if (action.do === 'add') {
          const { key, changes } = addRow(sheet.values, 'list', {}, rows.added.size % 2);
          rows.added.add(key);
          sheet.setMany(changes);
        } else if (action.do === 'drop') {
          const [key] = rowsOf(sheet.values, 'list');
          if (key) sheet.setMany(removeRow(sheet.values, 'list', key));
          if (key) rows.dropped.add(key);
        } else if (action.do === 'save') store.save();
        else if (action.do === 'hear') device.deliver(places[action.tab]!);
        else if (action.do === 'wake') store.refresh();
        else {
          // A reload saves in the moment of leaving. The closed tab hears nothing any more.
          store.save();
          report();
          device.close(places[action.tab]!);
          stores[action.tab] = open();
          places[action.tab] = device.tabs - 1;
        }
        report();
      }
      for (let round = 0; round < 3; round += 1) {
        for (const store of stores) store.save();
        device.settle();
      }
      report();
      const final = new Store(device.tab());
      const words = { ...final.sheet('x').values };
      for (const store of stores) expect({ ...store.sheet('x').values }).toEqual(words);
      expect(final.conflicts).toEqual([]);
      expect(new Set(rowsOf(words, 'list'))).toEqual(rows.added.difference(rows.dropped));
      const kept = new Set(Object.values(words));
      expect(written.filter((value) => !kept.has(value) && !seen.has(value) && !reported.has(value))).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

describe('two tabs', () => {
  function pair() {
    const device = new FakeDevice();
    const [one, two] = [new Store(device.tab()), new Store(device.tab())] as const;
    one.sheet('x').set('county', 'King');
    one.keep();
    device.settle();
    return { device, one, two };
  }

  it('show each other’s words at once', () => {
    const { device, one, two } = pair();
    const heard: unknown[] = [];
    two.sheet('x').subscribe((change) => heard.push(change));
    one.sheet('x').set('chair', 'Judge');
    vi.advanceTimersByTime(300);
    device.settle();
    expect(two.sheet('x').get('chair')).toBe('Judge');
    expect(heard).toEqual([{ fields: ['chair'], by: 'elsewhere' }]);
  });

  it('keep what each of them wrote; of one field the newer words stay, with the others at hand', () => {
    const { device, one, two } = pair();
    one.sheet('x').setMany({ county: 'Pierce', chair: 'Judge' });
    two.sheet('x').setMany({ county: 'Clark', region: 'South' });
    one.save();
    device.settle();
    two.save();
    device.settle();
    for (const tab of [one, two])
      expect({ ...tab.sheet('x').values }).toEqual({ county: 'Clark', chair: 'Judge', region: 'South' });
    expect(two.conflicts).toEqual([{ sheet: 'x', field: 'county', here: 'Clark', other: 'Pierce' }]);
  });

  it('agree on one value when both write at the same moment, and both report the other', () => {
    const { device, one, two } = pair();
    one.sheet('x').set('county', 'Pierce');
    two.sheet('x').set('county', 'Clark');
    one.save();
    two.save();
    device.settle();
    const stays = one.sheet('x').get('county');
    expect(two.sheet('x').get('county')).toBe(stays);
    for (const tab of [one, two])
      expect(tab.conflicts).toEqual([
        { sheet: 'x', field: 'county', here: stays, other: stays === 'Clark' ? 'Pierce' : 'Clark' },
      ]);
  });

  it('keep the rows that each of them added, without those that one of them took out', () => {
    const { device, one, two } = pair();
    const first = addRow(one.sheet('x').values, 'members', { name: 'Police' });
    const second = addRow({ ...one.sheet('x').values, ...first.changes }, 'members', { name: 'Schools' });
    one.sheet('x').setMany({ ...first.changes, ...second.changes });
    one.save();
    device.settle();
    one.sheet('x').setMany(addRow(one.sheet('x').values, 'members', { name: 'Tribe' }, 0).changes);
    two.sheet('x').setMany(addRow(two.sheet('x').values, 'members', { name: 'Health' }).changes);
    two.sheet('x').setMany(removeRow(two.sheet('x').values, 'members', first.key));
    one.save();
    two.save();
    device.settle();
    for (const tab of [one, two]) {
      const values = tab.sheet('x').values;
      expect(
        rowsOf(values, 'members')
          .map((key) => values[`members.${key}.name`])
          .sort(),
      ).toEqual(['Health', 'Schools', 'Tribe']);
      expect(tab.conflicts).toEqual([]);
    }
  });

  it('begin to keep together, and join what both had in memory', () => {
    const device = new FakeDevice();
    const [one, two] = [new Store(device.tab()), new Store(device.tab())] as const;
    one.sheet('x').set('county', 'King');
    two.sheet('x').set('chair', 'Judge');
    two.sheet('x').set('county', 'Pierce');
    one.keep();
    device.settle();
    expect(two.isKeeping).toBe(true);
    vi.runAllTimers();
    device.settle();
    for (const tab of [one, two]) {
      const { county, chair } = tab.sheet('x').values;
      expect([chair, county, ...tab.conflicts.map(({ other }) => other)].sort()).toEqual(['Judge', 'King', 'Pierce']);
    }
  });
});
