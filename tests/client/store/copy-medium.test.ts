/** The copy in memory over a slower place: nothing is called saved before that place has taken it. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Backing, Entry } from '../../../src/client/store/backing.ts';
import { CopyMedium } from '../../../src/client/store/copy-medium.ts';
import { Store } from '../../../src/client/store/sheet-store.ts';
import { Full, TooEarly } from '../../../src/client/store/storage-medium.ts';

const kept = 'csec-toolkits:kept';
const note = (id: string, key: string): string => `csec-toolkits:pending:${id}:${key}`;
/** What was handed over, and what answers to it. */
let sent: { changes: readonly Entry[]; take: () => void; refuse: () => void }[];
/** Everything was asked for: these wait for it. */
let asked: ((all: [string, string][]) => void)[];
let hear: (changes: readonly Entry[]) => void;
let comeBack: () => void;
/** Lets answers arrive. */
const arrive = async (): Promise<void> => {
  for (let round = 0; round < 20; round++) await Promise.resolve();
};

class SlowPlace implements Backing {
  load(): Promise<[string, string][]> {
    return new Promise((resolve) => asked.push(resolve));
  }
  put(changes: readonly Entry[]): Promise<void> {
    return new Promise((resolve, reject) =>
      sent.push({ changes, take: resolve, refuse: () => reject(new DOMException('', 'QuotaExceededError')) }),
    );
  }
  watch(changed: (changes: readonly Entry[]) => void): void {
    hear = changed;
  }
}

/** The storage of one file. */
class OwnStorage {
  [key: string]: unknown;
  getItem(key: string): string | null {
    return (this[key] as string | undefined) ?? null;
  }
  setItem(key: string, text: string): void {
    this[key] = text;
  }
  removeItem(key: string): void {
    delete this[key];
  }
}
const ownStorage = (texts: Record<string, string> = {}): Storage =>
  Object.assign(new OwnStorage(), texts) as unknown as Storage;
const over = (own: Storage, hasColors = true): CopyMedium => new CopyMedium(new SlowPlace(), own, hasColors);
const answerAll = async (all: [string, string][]): Promise<void> => {
  for (const answer of asked.splice(0)) answer(all);
  await arrive();
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  [sent, asked] = [[], []];
  vi.stubGlobal('document', { addEventListener: () => undefined, visibilityState: 'visible' });
  vi.stubGlobal('addEventListener', (_type: string, listener: (event: unknown) => void) => {
    comeBack = () => listener({ persisted: true });
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function started(own = ownStorage(), all: [string, string][] = [[kept, 'k1']], hasColors = true) {
  const medium = over(own, hasColors);
  const [changes, refused]: unknown[][][] = [[], []];
  let settled = 0;
  medium.watch(
    (...change) => changes!.push(change),
    (...refusal) => refused!.push(refusal),
    () => (settled += 1),
  );
  await answerAll(all);
  return { medium, own, changes: changes!, refused: refused!, settledTimes: () => settled };
}

describe('the medium', () => {
  it('knows nothing before there is an answer', () => {
    const medium = over(ownStorage());
    medium.watch(() => undefined);
    for (const work of [
      () => medium.read('a'),
      () => medium.keys(),
      () => medium.write('a', '1'),
      () => medium.remove('a'),
    ])
      expect(work).toThrow(TooEarly);
    expect(sent).toEqual([]);
  });

  it('answers at once, hears of other pages, and is settled only when all was taken', async () => {
    const { medium, changes, settledTimes } = await started(undefined, [['a', '1']]);
    expect(changes).toEqual([[undefined, undefined]]);
    hear([
      ['b', '2'],
      ['a', null],
    ]);
    expect(medium.keys()).toEqual(['b']);
    expect(changes.slice(1)).toEqual([
      ['b', '2'],
      ['a', null],
    ]);
    expect(medium.isSettled).toBe(true);
    medium.write('c', '3');
    expect([medium.read('c'), medium.isSettled]).toEqual(['3', false]);
    await arrive();
    expect([sent[0]!.changes, medium.isSettled, settledTimes()]).toEqual([[['c', '3']], false, 0]);
    sent[0]!.take();
    await arrive();
    expect([medium.isSettled, settledTimes()]).toEqual([true, 1]);
  });

  it('hands over the changes of a moment together, so that a crash leaves all or none', async () => {
    const { medium } = await started();
    medium.remove('a');
    medium.write('b', '2');
    await arrive();
    expect(sent.map(({ changes }) => changes)).toEqual([
      [
        ['a', null],
        ['b', '2'],
      ],
    ]);
  });

  it('asks anew when the page comes back from the history', async () => {
    const { medium, changes } = await started(undefined, [['a', '1']]);
    comeBack();
    expect(() => medium.read('a')).toThrow(TooEarly);
    await answerAll([['b', '2']]);
    expect(medium.keys()).toEqual(['b']);
    expect(changes).toHaveLength(2);
  });

  it('notes what it hands over until it is taken', async () => {
    const { medium, own } = await started();
    medium.write('a', '1');
    expect(own.getItem(note('k1', 'a'))).toBe('1');
    await arrive();
    sent[0]!.take();
    await arrive();
    expect(Object.keys(own)).toEqual([]);
  });

  it('forgets a note only for the words that were taken', async () => {
    const { medium, own } = await started();
    medium.write('a', '1');
    await arrive();
    medium.write('a', '2');
    sent[0]!.take();
    await arrive();
    expect(own.getItem(note('k1', 'a'))).toBe('2');
  });

  it('says so when there is no room, has what was there, and keeps the note', async () => {
    const { medium, own, refused } = await started(undefined, [
      [kept, 'k1'],
      ['a', 'old'],
    ]);
    medium.write('a', 'new');
    await arrive();
    sent[0]!.refuse();
    await arrive();
    await answerAll([
      [kept, 'k1'],
      ['a', 'old'],
    ]);
    expect(medium.read('a')).toBe('old');
    expect(own.getItem(note('k1', 'a'))).toBe('new');
    expect(refused).toEqual([['a', expect.any(Full)]]);
  });

  it('hands over what was left of the last visit', async () => {
    const { medium } = await started(ownStorage({ [note('k1', 'a')]: 'last words' }));
    expect([medium.read('a'), sent[0]!.changes]).toEqual(['last words', [['a', 'last words']]]);
  });

  it.each([
    ['nothing is kept', []],
    ['something is kept anew', [[kept, 'k2']]],
  ] as [string, [string, string][]][])(
    'lets go what was left when everything was erased since and %s',
    async (_, all) => {
      const { medium, own } = await started(ownStorage({ [note('k1', 'a')]: 'last words' }), all);
      expect(medium.keys()).not.toContain('a');
      expect(sent).toEqual([]);
      expect(Object.keys(own)).toEqual([]);
    },
  );

  it('leaves no note of what it takes away again, or when everything is erased', async () => {
    const { medium, own } = await started();
    medium.write('a', '1');
    medium.remove('a');
    expect(Object.keys(own)).toEqual([]);
    medium.write('a', '1');
    medium.remove(kept);
    medium.remove('a');
    expect(Object.keys(own)).toEqual([]);
  });

  it('notes nothing while nothing is kept', async () => {
    const { medium, own } = await started(undefined, []);
    medium.write('colors', 'dark');
    expect(Object.keys(own)).toEqual(['colors']);
  });

  it('lets the next page know the colors before anything else, where the place holds them', async () => {
    const { medium, own } = await started(undefined, [['colors', 'dark']]);
    expect(own.getItem('colors')).toBe('dark');
    medium.remove('colors');
    expect(own.getItem('colors')).toBeNull();
    expect(Object.keys((await started(ownStorage({ colors: 'dark' }))).own)).toEqual([]);
    const beside = await started(ownStorage({ colors: 'dark' }), [], false);
    expect(Object.keys(beside.own)).toEqual(['colors']);
    beside.medium.remove('colors');
    expect(Object.keys(beside.own)).toEqual([]);
  });

  it('hands notes over and answers even when this file has no room', async () => {
    const own = ownStorage({ [note('k1', 'a')]: 'last words' });
    own.setItem = () => {
      throw new Error('full');
    };
    const { medium } = await started(own, [
      [kept, 'k1'],
      ['colors', 'dark'],
    ]);
    expect(medium.read('a')).toBe('last words');
  });
});

describe('a store over it', () => {
  /** What is on disk after what was sent. */
  const held = new Map<string, string>();
  const county = (store: Store): string => store.sheet('task-force').get('county');
  /** The place takes what was sent, and answers. */
  const take = async (): Promise<void> => {
    for (let round = 0; round < 4; round++) {
      await arrive();
      for (const { changes, take: taken } of sent.splice(0)) {
        for (const [key, text] of changes) {
          if (text === null) held.delete(key);
          else held.set(key, text);
        }
        taken();
      }
      await answer();
    }
  };
  /** The place has no room for what was sent. */
  const refuse = async (): Promise<void> => {
    await arrive();
    for (const one of sent.splice(0)) one.refuse();
    await arrive();
    await answer();
  };
  const answer = (): Promise<void> => answerAll([...held]);
  const open = (own = ownStorage()): Store => new Store(over(own));
  /** A page on which “King” is written; kept, unless told otherwise. */
  async function page({ keep = true, own = ownStorage() } = {}): Promise<Store> {
    const store = open(own);
    await answer();
    store.sheet('task-force').set('county', 'King');
    if (keep) store.keep();
    return store;
  }
  beforeEach(() => held.clear());

  it('says “saved” only when the words are on disk', async () => {
    const store = await page();
    expect([store.status.kind, store.savedAt]).toEqual(['saving', undefined]);
    await arrive();
    expect([store.status.kind, store.savedAt]).toEqual(['saving', undefined]);
    await take();
    expect([store.status.kind, store.savedAt]).toEqual(['kept', expect.any(Date)]);
    expect([...held.values()].join()).toContain('King');
  });

  it('shows on the next page what was kept on this one', async () => {
    await page();
    await take();
    const next = open();
    expect(county(next)).toBe('');
    await answer();
    expect([county(next), next.status.kind]).toEqual(['King', 'kept']);
  });

  it('never brings erased words back, even when words are kept anew', async () => {
    const own = ownStorage();
    const store = await page({ own });
    await take();
    store.sheet('task-force').set('chair', 'erased');
    // The page is closed: the note stays, the frame hears nothing.
    store.save();
    await arrive();
    sent = [];
    expect(Object.keys(own)).toHaveLength(1);
    const other = open();
    await answer();
    other.eraseAll();
    other.keep();
    await take();
    const back = open(own);
    await answer();
    await take();
    expect([back.all, Object.keys(own), [...held.keys()]]).toEqual([{}, [], [kept]]);
  });

  it.each(['erased', 'erased and kept anew'])(
    'shows nothing when a page comes back from the history after everything was %s',
    async (what) => {
      const store = await page();
      await take();
      comeBack();
      store.wake();
      held.clear();
      if (what !== 'erased') held.set(kept, 'anew');
      await take();
      expect([store.all, store.isKeeping, [...held.keys()]]).toEqual([
        {},
        what !== 'erased',
        what === 'erased' ? [] : [kept],
      ]);
      expect(sent).toEqual([]);
    },
  );

  it('comes back from the history as it was', async () => {
    const store = await page();
    await take();
    comeBack();
    store.wake();
    expect(store.status.kind).toBe('kept');
    await take();
    expect([county(store), store.status.kind]).toEqual(['King', 'kept']);
  });

  it('ends an erasing that was cut short', async () => {
    await page();
    await take();
    held.set('csec-toolkits:erasing', '1');
    const next = open();
    await answer();
    await take();
    expect([next.all, [...held]]).toEqual([{}, []]);
  });

  it('erases and keeps as soon as there is an answer', async () => {
    await page();
    await take();
    const [early, later] = [open(), ownStorage()];
    early.eraseAll();
    await answer();
    await take();
    expect([early.all, [...held]]).toEqual([{}, []]);
    const store = open(later);
    store.sheet('task-force').set('county', 'Pierce');
    store.keep();
    await answer();
    await take();
    expect([store.status.kind, held.size]).toEqual(['kept', 2]);
  });

  it('says that nothing can be kept when there is never an answer', async () => {
    const store = open();
    store.sheet('task-force').set('county', 'King');
    expect(store.status.kind).toBe('not-kept');
    store.keep();
    expect([store.status.kind, store.isAtRisk]).toEqual(['blocked', true]);
  });

  it('says so when there is no room to begin with', async () => {
    const store = await page();
    await refuse();
    expect([store.isKeeping, store.status.kind, store.isAtRisk, county(store)]).toEqual([false, 'full', true, 'King']);
  });

  it('says so when there is no room for the wish to keep, though no word was written', async () => {
    const store = open();
    await answer();
    store.keep();
    await refuse();
    expect([store.isKeeping, store.status.kind]).toEqual([false, 'full']);
  });

  it('says so when there is no room any more, and saves the words when there is', async () => {
    const store = await page();
    await take();
    store.sheet('task-force').set('county', 'Pierce');
    store.save();
    await refuse();
    expect([store.isKeeping, store.status.kind, store.isAtRisk, county(store)]).toEqual([true, 'full', true, 'Pierce']);
    store.save();
    await take();
    const next = open();
    await answer();
    expect([store.status.kind, county(next)]).toEqual(['kept', 'Pierce']);
  });

  it('warns when the last words of the last visit find no room', async () => {
    const own = ownStorage();
    const store = await page({ own });
    await take();
    store.sheet('task-force').set('county', 'Pierce');
    store.save();
    await arrive();
    sent = [];
    const next = open(own);
    await answer();
    await refuse();
    expect([county(next), next.status.kind, next.isAtRisk, Object.keys(own)]).toEqual([
      'Pierce',
      'full',
      true,
      [expect.stringContaining('pending')],
    ]);
  });

  it('says nothing of room when a choice of colors finds none, or everything is erased', async () => {
    const medium = over(ownStorage());
    const store = new Store(medium);
    await answer();
    medium.write('colors', 'dark');
    await refuse();
    expect(store.status.kind).toBe('not-kept');
    store.keep();
    await take();
    store.eraseAll();
    await take();
    expect([store.status.kind, [...held]]).toEqual(['not-kept', []]);
  });
});
