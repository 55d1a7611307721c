import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readFile } from '../../../src/client/store/file.ts';
import { Store } from '../../../src/client/store/sheet-store.ts';
import { limits } from '../../../src/client/store/sheet-values.ts';
import { FakeDevice } from './fake-medium.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const county = (store: Store) => store.sheet('task-force').get('county');
/** A device on which “King” is kept, and its store. */
function kept() {
  const device = new FakeDevice();
  const store = new Store(device.tab());
  store.sheet('task-force').set('county', 'King');
  store.keep();
  return { device, store };
}

describe('keeping', () => {
  it('puts nothing on the device until it is asked to', () => {
    const device = new FakeDevice();
    const store = new Store(device.tab());
    store.sheet('task-force').set('county', 'King');
    vi.runAllTimers();
    store.save();
    expect(device.contents.size).toBe(0);
    expect(store.status.kind).toBe('not-kept');
    expect(store.isAtRisk).toBe(true);
  });

  it('keeps what was written before and after, and shows it after a reload', () => {
    const { device, store } = kept();
    store.sheet('task-force').set('chair', 'Judge');
    expect(store.status.kind).toBe('saving');
    expect(store.isAtRisk).toBe(true);
    vi.advanceTimersByTime(300);
    expect(store.status.kind).toBe('kept');
    expect(store.isAtRisk).toBe(false);
    expect({ ...new Store(device.tab()).sheet('task-force').values }).toEqual({ county: 'King', chair: 'Judge' });
  });

  it('saves at once when the page is closing', () => {
    const { device, store } = kept();
    store.sheet('task-force').set('county', 'Pierce');
    store.save();
    expect(county(new Store(device.tab()))).toBe('Pierce');
  });

  it('stops keeping: nothing stays on the device, the words stay on the page', () => {
    const { device, store } = kept();
    const other = new Store(device.tab());
    store.forget();
    device.settle();
    expect([...device.contents]).toEqual([]);
    for (const tab of [store, other]) {
      expect(tab.status.kind).toBe('not-kept');
      expect(county(tab)).toBe('King');
      tab.sheet('task-force').set('chair', 'Judge');
      vi.runAllTimers();
    }
    expect([...device.contents]).toEqual([]);
  });

  it('can keep again after it stopped', () => {
    const { device, store } = kept();
    store.forget();
    store.sheet('task-force').set('chair', 'Judge');
    store.keep();
    expect({ ...new Store(device.tab()).sheet('task-force').values }).toEqual({ county: 'King', chair: 'Judge' });
  });
});

describe('erasing', () => {
  it('erases device, memory, other tabs, and the choice of colors, but nothing of other programs', () => {
    const { device, store } = kept();
    const medium = device.tab();
    medium.write('colors', 'dark');
    medium.write('somebody-else', '1');
    device.settle();
    const other = new Store(device.tab());
    const unaware = new Store(device.tab());
    // One tab writes before it hears of the erasing.
    store.eraseAll();
    unaware.sheet('task-force').set('county', 'Pierce');
    unaware.save();
    device.settle();
    expect([...device.contents.keys()]).toEqual(['somebody-else']);
    for (const tab of [store, other, unaware]) {
      expect(tab.all).toEqual({});
      expect(tab.status.kind).toBe('not-kept');
      expect(tab.isAtRisk).toBe(false);
    }
  });

  it('erases what was never kept in other tabs, too', () => {
    const device = new FakeDevice();
    const [store, other] = [new Store(device.tab()), new Store(device.tab())];
    other.sheet('task-force').set('county', 'King');
    store.eraseAll();
    device.settle();
    expect(other.all).toEqual({});
  });

  it('ends an erasing that a crash cut short', () => {
    const { device } = kept();
    device.tab().write('csec-toolkits:erasing', '1');
    const store = new Store(device.tab());
    expect([...device.contents]).toEqual([]);
    expect(store.all).toEqual({});
  });

  it('shows nothing when a page comes back from the history after everything was erased', () => {
    const { device } = kept();
    const asleep = new Store(device.tab());
    device.close(1);
    const store = new Store(device.tab());
    store.eraseAll();
    while (device.deliver(1));
    asleep.wake();
    expect(asleep.all).toEqual({});
  });

  it('mixes nothing that was erased with what is kept anew when a page comes back from the history', () => {
    const { device } = kept();
    const asleep = new Store(device.tab());
    device.close(1);
    const store = new Store(device.tab());
    store.eraseAll();
    store.sheet('task-force').set('chair', 'Judge');
    store.keep();
    while (device.deliver(1));
    asleep.wake();
    for (const tab of [asleep, new Store(device.tab())])
      expect({ ...tab.sheet('task-force').values }).toEqual({ chair: 'Judge' });
  });

  it('does not touch what was kept anew while a tab slept', () => {
    const { device, store } = kept();
    const asleep = new Store(device.tab());
    store.eraseAll();
    store.sheet('task-force').set('county', 'Pierce');
    store.keep();
    device.settle();
    expect(county(new Store(device.tab()))).toBe('Pierce');
    expect(county(asleep)).toBe('Pierce');
  });
});

describe('when the device refuses', () => {
  it('says that it is blocked only when somebody wants to keep, and keeps everything in memory', () => {
    const device = new FakeDevice();
    device.blocked = true;
    const store = new Store(device.tab());
    store.sheet('task-force').set('county', 'King');
    expect(store.status.kind).toBe('not-kept');
    store.keep();
    expect(store.status.kind).toBe('blocked');
    expect(store.isAtRisk).toBe(true);
    expect(readFile(store.toFile())['task-force']!['county']).toBe('King');
    device.blocked = false;
    store.keep();
    expect(store.status.kind).toBe('kept');
    expect(county(new Store(device.tab()))).toBe('King');
  });

  it('keeps the last state that fitted when there is no room, and saves the rest when there is', () => {
    const { device, store } = kept();
    device.room = 600;
    store.sheet('task-force').set('note', 'x'.repeat(1000));
    vi.advanceTimersByTime(300);
    expect(store.status.kind).toBe('full');
    expect(store.isAtRisk).toBe(true);
    expect(county(new Store(device.tab()))).toBe('King');
    expect(readFile(store.toFile())['task-force']!['note']).toHaveLength(1000);
    device.room = Infinity;
    store.save();
    expect(store.status.kind).toBe('kept');
    expect(new Store(device.tab()).sheet('task-force').get('note')).toHaveLength(1000);
  });

  it('saves the sheets that fit beside one that does not', () => {
    const { device, store } = kept();
    device.room = 1200;
    store.sheet('checklists/a').set('note', 'x'.repeat(5000));
    store.sheet('checklists/b').set('note', 'small');
    store.save();
    expect(store.status.kind).toBe('full');
    expect(new Store(device.tab()).sheet('checklists/b').get('note')).toBe('small');
  });

  it('never writes over what a newer version keeps', () => {
    const { device, store } = kept();
    store.sheet('task-force').set('chair', 'Judge');
    store.save();
    const { states } = byNewerVersion(device);
    const before = [...device.contents];
    const later = new Store(device.tab());
    expect(later.status.kind).toBe('newer');
    later.sheet('task-force').set('county', 'Pierce');
    later.save();
    expect([...device.contents]).toEqual(before);
    expect(states).toBe(2);
    expect(later.isAtRisk).toBe(true);
  });

  it('takes no harm from a text that another tab takes away while it reads', () => {
    const { device } = kept();
    const medium = device.tab();
    const later = new Store({ ...medium, keys: () => [...medium.keys(), 'csec-toolkits:sheet:task-force:9-gone'] });
    expect([later.status.kind, county(later)]).toEqual(['kept', 'King']);
  });

  it('shows what it can and says so when nothing that is kept can be read', () => {
    const { device, store } = kept();
    store.sheet('task-force').set('county', 'Pierce');
    store.save();
    const medium = device.tab();
    for (const key of medium.keys()) if (key.includes('sheet:')) medium.write(key, `${medium.read(key)!.slice(0, 40)}`);
    const later = new Store(device.tab());
    expect(later.status.kind).toBe('corrupt');
    expect(county(later)).toBe('');
    later.sheet('task-force').set('county', 'Clark');
    later.save();
    expect(county(new Store(device.tab()))).toBe('Clark');
  });
});

/** Rewrites all states as version 2 would, with a checksum that holds. */
function byNewerVersion(device: FakeDevice): { states: number } {
  const medium = device.tab();
  const keys = medium.keys().filter((key) => key.includes('sheet:'));
  for (const key of keys) {
    const text = medium.read(key)!.replace(/^\w+ /, '').replace('"version":1', '"version":2');
    let hash = 0x811c9dc5;
    for (const character of [...Array(text.length).keys()].map((at) => text.charCodeAt(at)))
      hash = Math.imul(hash ^ character, 0x01000193);
    medium.write(key, `${(hash >>> 0).toString(36)} ${text}`);
  }
  return { states: keys.length };
}

describe('opening a file', () => {
  const file = { 'task-force': { county: 'Pierce', chair: 'Judge' }, 'checklists/a': { 'step.x.done': 'yes' } };

  it('adds: fills what is empty, keeps what is here, reports the rest', () => {
    const { store } = kept();
    store.open(file, 'merge');
    expect({ ...store.sheet('task-force').values }).toEqual({ county: 'King', chair: 'Judge' });
    expect(store.conflicts).toEqual([{ sheet: 'task-force', field: 'county', here: 'King', other: 'Pierce' }]);
    store.settle(store.conflicts[0]!, 'other');
    expect(county(store)).toBe('Pierce');
    expect(store.conflicts).toEqual([]);
  });

  it('replaces everything, and undoes it without losing what was written since', () => {
    const { device, store } = kept();
    store.sheet('duties/chair').set('note', 'ours');
    store.open(file, 'replace');
    expect(JSON.parse(store.toFile()).sheets).toEqual(file);
    store.sheet('task-force').set('region', 'North');
    store.undo();
    store.save();
    expect(JSON.parse(new Store(device.tab()).toFile()).sheets).toEqual({
      'task-force': { county: 'King', region: 'North' },
      'duties/chair': { note: 'ours' },
    });
    expect(store.canUndo).toBe(false);
  });

  it('changes nothing when the two are too much together', () => {
    const { store } = kept();
    const share = Math.ceil(limits.fields * 0.6);
    const many = (letter: string) =>
      Object.fromEntries(Array.from({ length: share }, (_, index) => [`${letter}${index}`, 'x']));
    store.sheet('forms/log').setMany(many('a'));
    const before = store.toFile();
    expect(() => store.open({ 'task-force': { county: 'Clark' }, 'forms/log': many('b') }, 'merge')).toThrow(
      'too much together',
    );
    expect(store.toFile()).toBe(before);
  });
});

it('tells the tools of a change once, and who made it', () => {
  const { store } = kept();
  const heard: unknown[] = [];
  const end = store.sheet('task-force').subscribe((change) => heard.push(change));
  store.sheet('task-force').setMany({ county: 'King', chair: 'Judge' });
  store.sheet('task-force').clear('coun');
  end();
  store.sheet('task-force').clear();
  expect(heard).toEqual([
    { fields: ['chair'], by: 'here' },
    { fields: ['county'], by: 'here' },
  ]);
  expect(() => store.sheet('task-force').set('__proto__', 'x')).toThrow('cannot name a field');
  expect(() => store.sheet('no/../sheet')).toThrow('cannot name a sheet');
});
