import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FrameMedium } from '../../../src/client/store/frame.ts';
import type { FromFrame, ToFrame } from '../../../src/client/store/frame-page.ts';
import { Blocked, Full } from '../../../src/client/store/medium.ts';

const kept = 'csec-toolkits:kept';
let sent: ToFrame[];
let hear: (message: FromFrame, source?: unknown) => void;

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
const ownStorage = (texts: Record<string, string> = {}): Storage => Object.assign(new OwnStorage(), texts) as unknown as Storage;

beforeEach(() => {
  sent = [];
  const contentWindow = { postMessage: (message: ToFrame) => sent.push(message) };
  const frame = { contentWindow };
  vi.stubGlobal('location', { protocol: 'file:', origin: 'null' });
  vi.stubGlobal('document', { createElement: () => frame, querySelector: () => ({ href: 'file:///a/index.html' }), body: { append: () => undefined } });
  vi.stubGlobal('addEventListener', (_type: string, listener: (event: unknown) => void) => {
    hear = (data, source = contentWindow) => listener({ data, source });
  });
});
afterEach(() => vi.unstubAllGlobals());

function started(own = ownStorage(), all: [string, string][] = []): { medium: FrameMedium; own: Storage; changes: unknown[][] } {
  const medium = new FrameMedium(own);
  const changes: unknown[][] = [];
  medium.watch((...change) => changes.push(change));
  hear({ all });
  return { medium, own, changes };
}

it('keeps nothing before the frame has answered', () => {
  const medium = new FrameMedium(ownStorage());
  medium.watch(() => undefined);
  expect(() => medium.write('a', '1')).toThrow(Blocked);
  expect(medium.keys()).toEqual([]);
});

it('answers at once from what the frame holds, and hears of other pages', () => {
  const { medium, changes } = started(undefined, [['a', '1']]);
  expect(changes).toEqual([[undefined, undefined]]);
  expect(medium.read('a')).toBe('1');
  hear({ key: 'b', text: '2' });
  hear({ key: 'a', text: null });
  expect(medium.keys()).toEqual(['b']);
  expect(changes.slice(1)).toEqual([['b', '2'], ['a', null]]);
  // Any page may send messages: only the frame is believed.
  hear({ key: 'b', text: 'evil' }, {});
  expect(medium.read('b')).toBe('2');
});

it('notes what it hands over until the frame has taken it', () => {
  const { medium, own } = started();
  medium.write('a', '1');
  expect(sent).toEqual([{ key: 'a', text: '1' }]);
  expect(own.getItem('csec-toolkits:pending:a')).toBe('1');
  hear({ taken: 'a', text: '1' });
  expect(Object.keys(own)).toEqual([]);
});

it('forgets a note only for the words that were taken', () => {
  const { medium, own } = started();
  medium.write('a', '1');
  medium.write('a', '2');
  hear({ taken: 'a', text: '1' });
  expect(own.getItem('csec-toolkits:pending:a')).toBe('2');
});

it('says so when the frame has no room, keeps what was there, and tries again', () => {
  const { medium, own, changes } = started(undefined, [['a', 'old']]);
  medium.write('a', 'new');
  hear({ refused: 'a', text: 'old', isFull: true });
  expect(medium.read('a')).toBe('old');
  expect(Object.keys(own)).toEqual([]);
  expect(changes).toHaveLength(2);
  expect(() => medium.write('a', 'new')).toThrow(Full);
  medium.write('a', 'new');
  expect(medium.read('a')).toBe('new');
});

it('hands over what was left of the last visit, unless everything was erased since', () => {
  const left = { 'csec-toolkits:pending:a': 'last words' };
  const { medium } = started(ownStorage(left), [[kept, '1']]);
  expect(medium.read('a')).toBe('last words');
  expect(sent).toEqual([{ key: 'a', text: 'last words' }]);
  sent = [];
  const erased = started(ownStorage(left));
  expect(erased.medium.read('a')).toBeNull();
  expect(sent).toEqual([]);
  expect(Object.keys(erased.own)).toEqual([]);
});

it('lets the next page know the colors before its frame is there', () => {
  const { medium, own } = started(undefined, [['colors', 'dark']]);
  expect(own.getItem('colors')).toBe('dark');
  medium.remove('colors');
  expect(own.getItem('colors')).toBeNull();
});
