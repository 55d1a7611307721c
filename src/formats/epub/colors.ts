/** Colors that can be read on white and on black, since the reader chooses the page. */
import { hueOf } from '../../documents/drawings.ts';
import { mostToolkits } from '../../schemas/toolkit.ts';

/** The luminance at which a color has the same contrast, 4.58 to 1, with white and with black. */
const middle = 0.179;

/** A color of the same hue with a contrast of at least 4.5 on white and on black. @param hue `#rrggbb` */
export function onAnyPage(hue: string): string {
  const channels = [1, 3, 5].map((place) => Number.parseInt(hue.slice(place, place + 2), 16));
  // Mixed with black or white until it lies in the middle; both ways go in one direction, so halving finds it.
  const end = luminance(channels) > middle ? 0 : 255;
  let [less, more] = [0, 1];
  for (let step = 0; step < 20; step++) {
    const share = (less + more) / 2;
    if (luminance(mixed(channels, end, share)) > middle === end > 0) more = share;
    else less = share;
  }
  return `#${mixed(channels, end, more)
    .map((channel) => channel.toString(16).padStart(2, '0'))
    .join('')}`;
}

/** The rules that give large headings the color of their toolkit. */
export function toolkitColors(): string {
  return Array.from({ length: mostToolkits }, (_, index) => `.toolkit-${index + 1}`)
    .map((one, index) => `${one} h1, ${one} h2 { color: ${onAnyPage(hueOf(index + 1))}; }\n`)
    .join('');
}

function mixed(channels: readonly number[], end: number, share: number): number[] {
  return channels.map((channel) => Math.round(channel + (end - channel) * share));
}

/** Relative luminance as WCAG defines it, 0 to 1. */
function luminance(channels: readonly number[]): number {
  const [r, g, b] = channels.map((channel) =>
    channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}
