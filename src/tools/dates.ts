const form = new Intl.DateTimeFormat('en-US', { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' });

/** `2026-11-22` → “November 22, 2026”, the same in every time zone. */
export function longDate(day: string): string {
  return form.format(new Date(`${day}T00:00:00Z`));
}
