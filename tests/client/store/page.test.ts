import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FakeDevice } from './fake-medium.ts';

const listeners = new Map<string, (event: unknown) => void>();
const listen = (type: string, listener: (event: unknown) => void): void => void listeners.set(type, listener);
let device: FakeDevice;

/** The store as a page has it. */
async function opened() {
  vi.doMock('../../../src/client/store/device-medium.ts', () => ({ deviceMedium: device.tab() }));
  const { store } = await import('../../../src/client/store/store.ts');
  store.sheet('task-force').set('county', 'King');
  return store;
}
const onDevice = (words: string): boolean => [...device.contents.values()].some((text) => text.includes(words));

beforeEach(() => {
  vi.useFakeTimers();
  vi.resetModules();
  device = new FakeDevice();
  vi.stubGlobal('location', { protocol: 'https:', origin: 'https://toolkits.example' });
  vi.stubGlobal('document', { addEventListener: listen, visibilityState: 'hidden' });
  vi.stubGlobal('addEventListener', listen);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it.each(['change', 'click', 'visibilitychange', 'pagehide'])(
  'saves what is to be kept before the page may go: at %s',
  async (event) => {
    const store = await opened();
    listeners.get(event)!({});
    expect(device.contents.size).toBe(0);
    store.keep();
    store.sheet('task-force').set('county', 'Pierce');
    expect(onDevice('Pierce')).toBe(false);
    listeners.get(event)!({});
    expect(onDevice('Pierce')).toBe(true);
  },
);

it('bothers nobody at a click when there is nothing to save', async () => {
  const store = await opened();
  store.keep();
  let heard = 0;
  store.subscribe(() => (heard += 1));
  listeners.get('click')!({});
  expect(heard).toBe(0);
});

it('asks before words are lost', async () => {
  const store = await opened();
  const leave = vi.fn();
  listeners.get('beforeunload')!({ preventDefault: leave });
  expect(leave).toHaveBeenCalledOnce();
  store.keep();
  listeners.get('beforeunload')!({ preventDefault: leave });
  expect(leave).toHaveBeenCalledOnce();
});

it('erases everything though a part of the page stumbles over it', async () => {
  const store = await opened();
  store.keep();
  const faults: unknown[] = [];
  vi.stubGlobal('reportError', (error: unknown) => faults.push(error));
  const fault = new Error('a tool');
  store.sheet('task-force').subscribe(() => {
    throw fault;
  });
  store.sheet('duties/chair').set('duty.agenda.owner', 'Chair');
  store.eraseAll();
  expect([store.isKeeping, store.sheet('task-force').values, store.sheet('duties/chair').values]).toEqual([
    false,
    {},
    {},
  ]);
  expect(device.contents.size).toBe(0);
  expect(faults).toEqual([fault]);
});
