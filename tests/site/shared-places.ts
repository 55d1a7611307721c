/** The places that a built page offers to share. */
import { attribute, elementsOf } from '../../scripts/html.ts';

const places = /^(h[2-6]|tr|th|dt|li|section|figure)$/;

/** Their ids, in order. A place that `client/shell/places.ts` fills in is the nearest before it; a pull-out’s heading is its frame’s. */
export function sharedPlaces(html: string): string[] {
  const elements = [...elementsOf(html)];
  return elements.flatMap((one, at) => {
    if (attribute(one, 'class') !== 'copy') return [];
    const before = elements.slice(0, at).findLast((other) => places.test(other.tagName) && attribute(other, 'id'));
    return attribute(one, 'href')?.slice(1) ?? attribute(before!, 'id')!.replace(/-title$/, '');
  });
}
