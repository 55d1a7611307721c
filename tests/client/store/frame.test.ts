import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FrameMedium } from '../../../src/client/store/frame.ts';
import type { FromFrame, ToFrame } from '../../../src/client/store/frame-page.ts';
import { Store } from '../../../src/client/store/keeping.ts';
import { Full, TooEarly } from '../../../src/client/store/medium.ts';

// The address is read as soon as a module of the page is.
vi.hoisted(() => vi.stubGlobal('location', { protocol: 'file:', origin: 'null' }));

const kept = 'csec-toolkits:kept';
const note = (id: string, key: string): string => `csec-toolkits:pending:${id}:${key}`;
let sent: ToFrame[];
let hear: (message: FromFrame, source?: unknown) => void;
let comeBack: () => void;

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

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  const contentWindow = { postMessage: (message: ToFrame) => sent.push(message) };
  const frame = { contentWindow };
  vi.stubGlobal('document', {
    createElement: () => frame,
    querySelector: () => ({ href: 'file:///a/index.html' }),
    body: { append: () => undefined },
  });
  vi.stubGlobal('addEventListener', (type: string, listener: (event: unknown) => void) => {
    if (type === 'message') hear = (data, source = contentWindow) => listener({ data, source });
    else comeBack = () => listener({ persisted: true });
  });
});
afterEach(() => void vi.useRealTimers());

function started(
  own = ownStorage(),
  all: [string, string][] = [[kept, 'k1']],
): { medium: FrameMedium; own: Storage; changes: unknown[][]; refused: unknown[][] } {
  const medium = new FrameMedium(own);
  const [changes, refused]: unknown[][][] = [[], []];
  medium.watch(
    (...change) => changes!.push(change),
    (...refusal) => refused!.push(refusal),
  );
  hear({ all });
  sent = [];
  return { medium, own, changes: changes!, refused: refused! };
}

describe('the medium', () => {
  it('knows nothing before the frame has answered', () => {
    const medium = new FrameMedium(ownStorage());
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

  it('answers at once from what the frame holds, and hears of other pages', () => {
    const { medium, changes } = started(undefined, [['a', '1']]);
    expect(changes).toEqual([[undefined, undefined]]);
    expect(medium.read('a')).toBe('1');
    hear({ key: 'b', text: '2' });
    hear({ key: 'a', text: null });
    expect(medium.keys()).toEqual(['b']);
    expect(changes.slice(1)).toEqual([
      ['b', '2'],
      ['a', null],
    ]);
    // Any page may send messages: only the frame is believed.
    hear({ key: 'b', text: 'evil' }, {});
    expect(medium.read('b')).toBe('2');
  });

  it('asks the frame anew when the page comes back from the history', () => {
    const { medium, changes } = started(undefined, [['a', '1']]);
    comeBack();
    expect(sent).toEqual(['all']);
    expect(() => medium.read('a')).toThrow(TooEarly);
    hear({ taken: 'a', text: '1' });
    hear({ all: [['b', '2']] });
    expect(medium.keys()).toEqual(['b']);
    expect(changes).toHaveLength(2);
  });

  it('notes what it hands over until the frame has taken it', () => {
    const { medium, own } = started();
    medium.write('a', '1');
    expect(sent).toEqual([{ key: 'a', text: '1' }]);
    expect(own.getItem(note('k1', 'a'))).toBe('1');
    hear({ taken: 'a', text: '1' });
    expect(Object.keys(own)).toEqual([]);
  });

  it('forgets a note only for the words that were taken', () => {
    const { medium, own } = started();
    medium.write('a', '1');
    medium.write('a', '2');
    hear({ taken: 'a', text: '1' });
    expect(own.getItem(note('k1', 'a'))).toBe('2');
  });

  it('says so when the frame has no room, has what was there, and keeps the note', () => {
    const { medium, own, refused } = started(undefined, [
      [kept, 'k1'],
      ['a', 'old'],
    ]);
    medium.write('a', 'new');
    hear({ refused: 'a', text: 'old', isFull: true });
    expect(medium.read('a')).toBe('old');
    expect(own.getItem(note('k1', 'a'))).toBe('new');
    expect(refused).toEqual([['a', expect.any(Full)]]);
  });

  it('hands over what was left of the last visit', () => {
    const medium = new FrameMedium(ownStorage({ [note('k1', 'a')]: 'last words' }));
    medium.watch(() => undefined);
    hear({ all: [[kept, 'k1']] });
    expect(medium.read('a')).toBe('last words');
    expect(sent).toEqual([{ key: 'a', text: 'last words' }]);
  });

  it.each([
    ['nothing is kept', []],
    ['something is kept anew', [[kept, 'k2']]],
  ] as [string, [string, string][]][])('lets go what was left when everything was erased since and %s', (_, all) => {
    const { medium, own } = started(ownStorage({ [note('k1', 'a')]: 'last words' }), all);
    expect(medium.keys()).not.toContain('a');
    expect(sent).toEqual([]);
    expect(Object.keys(own)).toEqual([]);
  });

  it('leaves no note of what it takes away again', () => {
    const { medium, own } = started();
    medium.write('a', '1');
    medium.remove('a');
    expect(Object.keys(own)).toEqual([]);
  });

  it('notes nothing while nothing is kept', () => {
    const { medium, own } = started(undefined, []);
    medium.write('colors', 'dark');
    expect(Object.keys(own)).toEqual(['colors']);
  });

  it('leaves no note behind when everything is erased', () => {
    const { medium, own } = started();
    medium.write('a', '1');
    medium.remove(kept);
    medium.remove('a');
    expect(Object.keys(own)).toEqual([]);
  });

  it('lets the next page know the colors before its frame is there', () => {
    const { medium, own } = started(undefined, [['colors', 'dark']]);
    expect(own.getItem('colors')).toBe('dark');
    medium.remove('colors');
    expect(own.getItem('colors')).toBeNull();
  });

  it('takes colors that were erased on another page out of this file, too', () => {
    expect(Object.keys(started(ownStorage({ colors: 'dark' })).own)).toEqual([]);
  });

  it('hands notes over and answers even when this file has no room', () => {
    const own = ownStorage({ [note('k1', 'a')]: 'last words' });
    own.setItem = () => {
      throw new Error('full');
    };
    expect(
      started(own, [
        [kept, 'k1'],
        ['colors', 'dark'],
      ]).medium.read('a'),
    ).toBe('last words');
  });
});

describe('a store over it', () => {
  /** What the frame would hold after what was sent. */
  const held = new Map<string, string>();
  const county = (store: Store): string => store.sheet('task-force').get('county');
  /** The frame takes what was sent. */
  const take = (): void => {
    for (const message of sent.splice(0)) {
      if (message === 'all') hear({ all: [...held] });
      else {
        const { key, text } = message;
        if (text === null) held.delete(key);
        else held.set(key, text);
        hear({ taken: key, text });
      }
    }
  };
  /** The frame has no room for what was sent. */
  const refuse = (): void => {
    for (const message of sent.splice(0))
      if (message !== 'all') hear({ refused: message.key, text: held.get(message.key) ?? null, isFull: true });
  };
  const answer = (): void => hear({ all: [...held] });
  /** A page on which “King” is written; kept, unless told otherwise. */
  function page({ keep = true, own = ownStorage() } = {}): Store {
    const store = new Store(new FrameMedium(own));
    answer();
    store.sheet('task-force').set('county', 'King');
    if (keep) store.keep();
    return store;
  }
  beforeEach(() => held.clear());

  it('shows on the next page what was kept on this one', () => {
    page();
    take();
    const next = new Store(new FrameMedium(ownStorage()));
    expect(county(next)).toBe('');
    answer();
    expect([county(next), next.status.kind]).toEqual(['King', 'kept']);
  });

  it('never brings erased words back, even when words are kept anew', () => {
    const own = ownStorage();
    const store = page({ own });
    take();
    store.sheet('task-force').set('chair', 'erased');
    // The page is closed: the note stays, the frame hears nothing.
    store.save();
    sent = [];
    expect(Object.keys(own)).toHaveLength(1);
    const other = new Store(new FrameMedium(ownStorage()));
    answer();
    other.eraseAll();
    other.keep();
    take();
    const back = new Store(new FrameMedium(own));
    answer();
    take();
    expect([back.all, Object.keys(own), [...held.keys()]]).toEqual([{}, [], [kept]]);
  });

  it.each(['erased', 'erased and kept anew'])(
    'shows nothing when a page comes back from the history after everything was %s',
    (what) => {
      const store = page();
      take();
      comeBack();
      store.wake();
      held.clear();
      if (what !== 'erased') held.set(kept, 'anew');
      take();
      expect([store.all, store.isKeeping, [...held.keys()]]).toEqual([
        {},
        what !== 'erased',
        what === 'erased' ? [] : [kept],
      ]);
      expect(sent).toEqual([]);
    },
  );

  it('comes back from the history as it was', () => {
    const store = page();
    take();
    comeBack();
    store.wake();
    expect(store.status.kind).toBe('kept');
    take();
    expect([county(store), store.status.kind]).toEqual(['King', 'kept']);
  });

  it('ends an erasing that was cut short', () => {
    page();
    take();
    held.set('csec-toolkits:erasing', '1');
    const next = new Store(new FrameMedium(ownStorage()));
    answer();
    take();
    expect([next.all, [...held]]).toEqual([{}, []]);
  });

  it('erases and keeps as soon as the frame is there', () => {
    page();
    take();
    const [early, later] = [new Store(new FrameMedium(ownStorage())), ownStorage()];
    early.eraseAll();
    answer();
    take();
    expect([early.all, [...held]]).toEqual([{}, []]);
    const store = new Store(new FrameMedium(later));
    store.sheet('task-force').set('county', 'Pierce');
    store.keep();
    answer();
    take();
    expect([store.status.kind, held.size]).toEqual(['kept', 2]);
  });

  it('says that nothing can be kept when the frame never answers', () => {
    const store = new Store(new FrameMedium(ownStorage()));
    store.sheet('task-force').set('county', 'King');
    expect(store.status.kind).toBe('not-kept');
    store.keep();
    expect([store.status.kind, store.isAtRisk]).toEqual(['blocked', true]);
  });

  it('says so when there is no room to begin with', () => {
    const store = page();
    refuse();
    expect([store.isKeeping, store.status.kind, store.isAtRisk, county(store)]).toEqual([false, 'full', true, 'King']);
  });

  it('says so when there is no room for the wish to keep, though no word was written', () => {
    const store = new Store(new FrameMedium(ownStorage()));
    answer();
    store.keep();
    refuse();
    expect([store.isKeeping, store.status.kind]).toEqual([false, 'full']);
  });

  it('says so when there is no room any more, and saves the words when there is', () => {
    const store = page();
    take();
    store.sheet('task-force').set('county', 'Pierce');
    store.save();
    refuse();
    expect([store.isKeeping, store.status.kind, store.isAtRisk, county(store)]).toEqual([true, 'full', true, 'Pierce']);
    store.save();
    take();
    const next = new Store(new FrameMedium(ownStorage()));
    answer();
    expect([store.status.kind, county(next)]).toEqual(['kept', 'Pierce']);
  });

  it('warns when the last words of the last visit find no room', () => {
    const own = ownStorage();
    const store = page({ own });
    take();
    store.sheet('task-force').set('county', 'Pierce');
    store.save();
    sent = [];
    const next = new Store(new FrameMedium(own));
    answer();
    refuse();
    expect([county(next), next.status.kind, next.isAtRisk, Object.keys(own)]).toEqual([
      'Pierce',
      'full',
      true,
      [expect.stringContaining('pending')],
    ]);
  });

  it('says nothing of room when a choice of colors finds none, or everything is erased', () => {
    const store = page({ keep: false });
    hear({ refused: 'colors', text: null, isFull: true });
    expect(store.status.kind).toBe('not-kept');
    store.keep();
    store.eraseAll();
    refuse();
    expect(store.status.kind).toBe('not-kept');
  });
});
