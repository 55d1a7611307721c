/**
 * Slides in the browser: one at a time, by keyboard, click and touch. The presenter's view is the same page in a second window
 * (`?presenter`); both tell each other what shows. Messages between windows work where files are opened from a folder, too.
 */
import { announce } from '../shell/dom.ts';
import { isLocal, noAddress } from '../shell/site.ts';
import { drawWays } from './section-link.ts';
import { startClock } from './clock.ts';

interface Shown {
  slide: number;
  black: boolean;
}

const page = document.documentElement;
const steps = [...document.querySelectorAll<HTMLElement>('.step')];
const isPresenter = /[?&]presenter\b/.test(location.search);
const button = (name: string) => document.querySelector<HTMLButtonElement>(`[data-do="${name}"]`)!;
let shown: Shown = { slide: 0, black: false };
/** The other window, when there is one. */
let other: Window | null = isPresenter ? (opener as Window | null) : null;

const titleOf = (step: HTMLElement) => step.querySelector('h2')!.textContent!;

/** The slide that an address names: its own (`#slide-policy`), or the first one of a section (`#policy`). */
function fromAddress(): number {
  const name = decodeURIComponent(location.hash.slice(1));
  const place = name ? document.getElementById(name) : null;
  return Math.max(
    0,
    steps.findIndex((step) => place && step.contains(place)),
  );
}

function show(next: Shown, tell = true): void {
  const slide = Math.min(Math.max(next.slide, 0), steps.length - 1);
  const moved = slide !== shown.slide;
  shown = { slide, black: next.black };
  steps.forEach((step, index) => {
    step.toggleAttribute('data-on', index === slide);
    step.toggleAttribute('data-next', isPresenter && index === slide + 1);
  });
  document.querySelector('main')!.toggleAttribute('data-known', true);
  page.toggleAttribute('data-black', shown.black);
  button('black').setAttribute('aria-pressed', String(shown.black));
  const step = steps[slide]!;
  document.querySelector('progress')!.value = slide + 1;
  const place = document.querySelector('.place')!;
  place.textContent = `${slide + 1} of ${steps.length}`;
  const title = document.createElement('span');
  title.className = 'sr-only';
  title.textContent = `: ${titleOf(step)}`;
  place.append(title);
  button('back').disabled = slide === 0;
  button('next').disabled = slide === steps.length - 1;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.bar [data-leave]'))
    link.hash = step.dataset['section'] ?? '';
  if (moved) step.querySelector('.slide')!.scrollTop = 0;
  history.replaceState(null, '', `#${step.id}`);
  if (tell) other?.postMessage(shown, '*');
}

const go = (by: number) => show({ slide: shown.slide + by, black: false });

function openPresenter(): void {
  const address = `${location.href.replace(/[?#].*/s, '')}?presenter${location.hash}`;
  other = open(address, 'presenter', 'popup,width=1200,height=760');
  if (!other) announce('The browser did not open a second window. Allow pop-up windows for this page, and try again.');
}

function toggleFullScreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  else page.requestFullscreen().catch(() => announce('This browser does not show pages on the full screen.'));
}

const actions: Record<string, () => void> = {
  back: () => go(-1),
  next: () => go(1),
  first: () => show({ slide: 0, black: false }),
  last: () => show({ slide: steps.length - 1, black: false }),
  black: () => {
    show({ ...shown, black: !shown.black });
    if (shown.black) announce('The screen is black. Press any key to return.');
  },
  full: toggleFullScreen,
  notes: openPresenter,
  print: () => print(),
  restart: startClock(),
};
const keys: Record<string, string> = {
  ...{ ArrowRight: 'next', ArrowDown: 'next', PageDown: 'next', ' ': 'next', Enter: 'next', n: 'next' },
  ...{ ArrowLeft: 'back', ArrowUp: 'back', PageUp: 'back', Backspace: 'back', p: 'back' },
  ...{ Home: 'first', End: 'last', b: 'black', '.': 'black', f: 'full', s: 'notes' },
};

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.key === 'Tab' || event.key === 'Shift') return;
  const target = event.target as Element;
  if (shown.black && !isPresenter) {
    event.preventDefault();
    actions['black']!();
    return;
  }
  // A button that has the focus is pressed by these, and a slide taller than the window is read by those.
  if (['Enter', ' '].includes(event.key) && target.closest('a, button')) return;
  const slide = steps[shown.slide]!.querySelector('.slide')!;
  const below = slide.scrollHeight - slide.scrollTop - slide.clientHeight;
  if ((event.key === 'ArrowDown' && below > 2) || (event.key === 'ArrowUp' && slide.scrollTop > 2)) {
    event.preventDefault();
    slide.scrollBy({ top: event.key === 'ArrowDown' ? 80 : -80 });
    return;
  }
  const action = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!action || (isPresenter && ['notes', 'full'].includes(action))) return;
  event.preventDefault();
  actions[action]!();
});

document.addEventListener('click', (event) => {
  const target = event.target as Element;
  const pressed = target.closest<HTMLElement>('[data-do]');
  if (pressed) actions[pressed.dataset['do']!]!();
  else if (shown.black && !isPresenter) actions['black']!();
  else if (target.closest('.step[data-next]')) go(1);
  else if (target.closest('.slide') && !target.closest('a') && getSelection()?.isCollapsed !== false)
    go(event.clientX < innerWidth / 3 ? -1 : 1);
});

let touch: Touch | undefined;
addEventListener('touchstart', ({ touches }) => (touch = touches.length === 1 ? touches[0] : undefined), {
  passive: true,
});
addEventListener('touchend', ({ changedTouches: [end], target }) => {
  const [x, y] = touch && end ? [end.clientX - touch.clientX, end.clientY - touch.clientY] : [0, 0];
  if (Math.abs(x) > 50 && Math.abs(x) > 1.5 * Math.abs(y) && (target as Element).closest('.slide')) go(x < 0 ? 1 : -1);
});

addEventListener('message', ({ data, origin, source }: MessageEvent<Partial<Shown> | null>) => {
  if (origin !== location.origin && !isLocal) return;
  if (!data || !Number.isInteger(data.slide) || typeof data.black !== 'boolean') return;
  // The page may have been loaded again since it opened the other window.
  if (source && source !== window) other = source as Window;
  show({ slide: data.slide!, black: data.black }, false);
});
addEventListener('hashchange', () => show({ slide: fromAddress(), black: false }));

page.toggleAttribute('data-presenter', isPresenter);
// Long notes scroll, by keyboard, too.
if (isPresenter)
  for (const notes of document.querySelectorAll<HTMLElement>('.notes')) {
    notes.tabIndex = 0;
    notes.setAttribute('role', 'group');
    notes.setAttribute('aria-label', 'Notes');
  }
button('full').hidden = !document.fullscreenEnabled;
if (isPresenter) document.title = `Presenter view: ${document.title}`;
if (!drawWays()) document.querySelector('.bar')!.setAttribute('title', noAddress);
show({ slide: fromAddress(), black: false });
