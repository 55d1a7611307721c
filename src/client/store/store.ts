/**
 * The one place where tools keep what is written into them:
 *
 *     const sheet = store.sheet('checklists/phase-1');
 *     sheet.subscribe(draw);                  // after every change: from here, a file, or another tab
 *     sheet.set('step.ask.owner', 'Chair');   // '' takes a field out
 *     sheet.get('step.ask.owner');            // '' when nothing was written
 *
 * Words are kept on the device only after the reader has asked for it in the bar that `keep-bar.ts` draws on each tool's page.
 * Repeated parts are rows (`rows.ts`); form controls are bound to fields by `controls.ts`.
 */
import { deviceMedium } from './device-medium.ts';
import { Store } from './sheet-store.ts';

export type { Change, Sheet } from './sheet.ts';
export type { Store } from './sheet-store.ts';
export type { Conflict } from './page-memory.ts';

/** What this page holds. */
export const store = new Store(deviceMedium);

// A click may lead to another page, which shall find the words there: where a frame keeps them, a page that is going comes too late.
for (const event of ['change', 'click'])
  document.addEventListener(event, () => store.status.kind === 'saving' && store.save());
// The page may go without another word: a phone closes it, a reader turns to another tab.
document.addEventListener('visibilitychange', () =>
  document.visibilityState === 'hidden' ? store.save() : store.refresh(),
);
addEventListener('pagehide', () => store.save());
addEventListener('pageshow', ({ persisted }) => persisted && store.wake());
addEventListener('beforeunload', (event) => {
  if (store.isAtRisk) event.preventDefault();
});
