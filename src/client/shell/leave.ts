/** “Leave this page”: a press, or Shift three times. Imports little, so that it is there early. */
import { awayFromHere } from './leave-address.ts';

/** Presses of Shift, and the most milliseconds between two of them. */
const presses = 3;
const pause = 3000;

let left = false;
// Nobody who hurries is asked “Leave site?”. Browsers call these listeners in the order they came, so this one comes before all that ask.
addEventListener('beforeunload', (event) => {
  if (left) event.stopImmediatePropagation();
});

/** Covers the page and goes. What was typed goes with the page: nothing of it is there to come back. */
function leave(): void {
  if (left) return;
  left = true;
  cover();
  // From now on no script of this page can draw into it again.
  addEventListener('pageshow', () => location.replace(awayFromHere));
  location.replace(awayFromHere);
}

/** Takes everything off the page that can be seen, heard, printed or filled in again by the browser. */
function cover(): void {
  for (const icon of document.querySelectorAll('link[rel~=icon]')) icon.remove();
  document.title = 'Loading';
  for (const field of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea'))
    if (field.type !== 'checkbox' && field.type !== 'radio') field.value = '';
  document.body.replaceChildren();
}

const link = document.querySelector<HTMLAnchorElement>('[data-leave]');
link?.addEventListener('click', (event) => {
  event.preventDefault();
  leave();
});

let count = 0;
let last = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
const say = (words: string): void => {
  const status = document.querySelector('[data-leave-status]');
  if (status && status.textContent !== words) status.textContent = words;
};
/** Anything else between two presses, or a pause, means that somebody is writing or selecting. */
function forget(): void {
  clearTimeout(timer);
  count = 0;
  say('');
}
addEventListener(
  'keydown',
  (event) => {
    if (event.key !== 'Shift' || event.ctrlKey || event.altKey || event.metaKey) return forget();
    if (event.repeat) return;
    // By its own clock: a page that is busy hears of it late.
    count = event.timeStamp - last < pause ? count + 1 : 1;
    last = event.timeStamp;
    if (count === presses) return leave();
    clearTimeout(timer);
    timer = setTimeout(forget, pause);
    say(count === presses - 1 ? 'Press Shift once more to leave this page.' : '');
  },
  { capture: true },
);
addEventListener('pointerdown', forget);
