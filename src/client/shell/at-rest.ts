/**
 * Work that waits until the hand rests: nobody waits at a key for what changes once more at the next one. Paper does not wait.
 * @returns a function that asks for the work, after so many milliseconds in which nobody asked again
 */
export function atRest(work: () => void): (pause: number) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = (): void => {
    timer = undefined;
    work();
  };
  addEventListener('beforeprint', () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    now();
  });
  return (pause) => {
    clearTimeout(timer);
    timer = setTimeout(now, pause);
  };
}
