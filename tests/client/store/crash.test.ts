/** The power goes in the middle of a write: the next visit finds the state before it or the new one, never garbage. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { Store } from '../../../src/client/store/sheet-store.ts';
import { withoutControls } from '../../../src/tools/written-values.ts';
import { FakeDevice } from './fake-medium.ts';

// Control characters become spaces before anything is kept.
const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }).map(withoutControls);

it('survives a write that was cut or changed at any point', () => {
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 1, maxLength: 5 }),
      text,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.option(text, { nil: '' }),
      fc.boolean(),
      (before, last, share, garbage, hasEnd) => {
        const device = new FakeDevice();
        const store = new Store(device.tab());
        store.keep();
        for (const value of before) {
          store.sheet('x').set('note', value);
          store.save();
        }
        const [old, whole] = [before.at(-1)!, { value: '' }];
        device.cut = (written) => {
          whole.value = written;
          const at = Math.floor(share * written.length);
          return written.slice(0, at) + garbage + (hasEnd ? written.slice(at + garbage.length) : '');
        };
        store.sheet('x').set('note', last);
        store.save();
        device.cut = undefined;
        const next = new Store(device.tab());
        const arrived = [...device.contents.values()].includes(whole.value);
        expect(next.sheet('x').get('note')).toBe(arrived || last === old ? last : old);
        expect(next.status.kind).toBe(arrived || last === old ? 'kept' : 'corrupt');
        // What is written after the crash is kept as ever, and the damage is gone.
        next.sheet('x').set('more', 'words');
        next.save();
        const later = new Store(device.tab());
        expect(later.sheet('x').get('more')).toBe('words');
        expect(later.status.kind).toBe('kept');
      },
    ),
    { numRuns: 1000 },
  );
});

it('keeps the last state when there is no room for the next, at any size of the device', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1500 }),
      fc.array(fc.string({ minLength: 1, maxLength: 300 }), { minLength: 1, maxLength: 6 }),
      (room, values) => {
        const device = new FakeDevice();
        device.room = room;
        const store = new Store(device.tab());
        store.keep();
        let safe = '';
        for (const value of values) {
          store.sheet('x').set('note', value);
          store.save();
          if (store.status.kind === 'kept') safe = value;
          else expect(['full', 'not-kept']).toContain(store.status.kind);
          expect(new Store(device.tab()).sheet('x').get('note')).toBe(safe);
        }
      },
    ),
    { numRuns: 500 },
  );
});
