/** The browser's own storage of this address, which answers at once but reaches the disk late: for the choice of colors. */
import { Blocked, ownStorage, refusal, type Medium } from './storage-medium.ts';

export const ownMedium: Medium = {
  isSettled: true,
  read: (key) => onDevice((storage) => storage.getItem(key)),
  write: (key, text) => onDevice((storage) => storage.setItem(key, text)),
  remove: (key) => onDevice((storage) => storage.removeItem(key)),
  keys: () => onDevice((storage) => Object.keys(storage)),
  watch(changed) {
    addEventListener('storage', ({ key, newValue, storageArea }) => {
      if (storageArea === ownStorage()) changed(key ?? undefined, newValue);
    });
  },
};

function onDevice<Result>(work: (storage: Storage) => Result): Result {
  const storage = ownStorage();
  if (!storage) throw new Blocked();
  try {
    return work(storage);
  } catch (error) {
    // Some private windows offer storage with no room at all.
    throw storage.length > 0 ? refusal(error) : new Blocked();
  }
}
