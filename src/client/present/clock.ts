/** The presenter's clock: the time of day, and for how long the talk has gone on. */

const two = (number: number) => String(number).padStart(2, '0');

/** `65` → `1:05`, `3725` → `1:02:05`. */
export function elapsed(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${hours ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
}

/** Starts the clock of the page. @returns what starts the talk's time again */
export function startClock(): () => void {
  const [clock, talk] = ['[data-clock]', '[data-elapsed]'].map((place) => document.querySelector(place)!);
  let start = Date.now();
  const tick = (): void => {
    const now = new Date();
    clock!.textContent = now.toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit' });
    talk!.textContent = elapsed(Math.floor((now.getTime() - start) / 1000));
  };
  tick();
  setInterval(tick, 1000);
  return () => {
    start = Date.now();
    tick();
  };
}
