/** One task force region of content/regions.yaml, keyed by the id in its address. */
import { z } from 'zod';
import { citedLine } from './cited.ts';
import { plain } from './text.ts';

/** Every county of Washington, as the Census Bureau’s shapes name them. */
export const counties = [
  'Adams',
  'Asotin',
  'Benton',
  'Chelan',
  'Clallam',
  'Clark',
  'Columbia',
  'Cowlitz',
  'Douglas',
  'Ferry',
  'Franklin',
  'Garfield',
  'Grant',
  'Grays Harbor',
  'Island',
  'Jefferson',
  'King',
  'Kitsap',
  'Kittitas',
  'Klickitat',
  'Lewis',
  'Lincoln',
  'Mason',
  'Okanogan',
  'Pacific',
  'Pend Oreille',
  'Pierce',
  'San Juan',
  'Skagit',
  'Skamania',
  'Snohomish',
  'Spokane',
  'Stevens',
  'Thurston',
  'Wahkiakum',
  'Walla Walla',
  'Whatcom',
  'Whitman',
  'Yakima',
] as const;

export const region = z.strictObject({
  name: plain.describe('The name as the source lists it.'),
  counties: z.array(z.enum(counties)).min(1).describe('The counties that the name means, in the editors’ reading.'),
  note: citedLine.describe('Where the name is listed, and what the reading rests on.'),
});
