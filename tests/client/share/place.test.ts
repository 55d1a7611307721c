import { describe, expect, it } from 'vitest';
import {
  bareLinkTo,
  bibtex,
  citation,
  linkTo,
  ris,
  shortLinkTo,
  type PageFacts,
} from '../../../src/client/share/place.ts';
import { lines } from '../../../src/client/share/code-files.ts';
import { elapsed } from '../../../src/client/present/clock.ts';

const page: PageFacts = {
  title: 'Task force chair',
  path: 'toolkits/chair/',
  reviewed: '2026-11-27',
  reviewedOn: 'November 27, 2026',
  root: 'https://host.example/a/',
  number: '6',
};
const place = { page, anchor: 'judges', name: 'What judges weigh first' };
const local = { ...place, page: { ...page, root: undefined } };

describe('a place', () => {
  it('has a link and, in a toolkit, a short one', () => {
    expect(linkTo(place)).toBe('https://host.example/a/toolkits/chair/#judges');
    expect(shortLinkTo(place)).toBe('https://host.example/a/6/#judges');
    expect(bareLinkTo(place)).toBe('https://host.example/a/toolkits/chair/?view=bare#judges');
    expect(shortLinkTo({ ...place, page: { ...page, number: undefined } })).toBeUndefined();
    expect(linkTo({ ...place, anchor: '' })).toBe('https://host.example/a/toolkits/chair/');
  });

  it('is named by its file where no address is known', () => {
    expect(linkTo(local)).toBe('toolkits/chair/index.html#judges');
    expect(shortLinkTo(local)).toBe('6/index.html#judges');
    expect(linkTo({ page: { title: 'Home', path: '' }, anchor: '', name: 'Home' })).toBe('index.html');
    expect(citation(local)).not.toContain('index.html');
  });

  it('is cited with its page, the day of review and its own link', () => {
    expect(citation(place)).toBe(
      '“What judges weigh first.” In: “Task force chair.” CSEC Task Force Toolkits. Reviewed November 27, 2026. https://host.example/a/toolkits/chair/#judges',
    );
    expect(citation({ ...place, anchor: '', name: 'x' })).toMatch(/^“Task force chair\.” CSEC/);
    expect(citation({ ...place, name: 'Who leads?' })).toMatch(/^“Who leads\?” In:/);
  });
});

describe('a page for reference managers', () => {
  it('is an entry of BibTeX, with letters that mean something there escaped', () => {
    expect(bibtex({ ...page, title: 'Roles & 5% of {work}' })).toBe(
      '@misc{csec-toolkits-chair,\n  title = {{Roles \\& 5\\% of \\{work\\}}},\n  organization = {CSEC Task Force Toolkits},\n  year = {2026},\n  note = {Reviewed November 27, 2026},\n  url = {https://host.example/a/toolkits/chair/}\n}\n',
    );
  });

  it('is a record of RIS, and names no address where none is known', () => {
    expect(ris(page)).toBe(
      'TY  - ELEC\r\nTI  - Task force chair\r\nT2  - CSEC Task Force Toolkits\r\nPY  - 2026\r\nDA  - 2026/11/27\r\nUR  - https://host.example/a/toolkits/chair/\r\nER  - \r\n',
    );
    expect(ris(local.page)).not.toContain('UR');
  });
});

it('breaks words into lines that fit a picture', () => {
  expect(lines('Task force chair: What judges weigh first', 20)).toEqual([
    'Task force chair:',
    'What judges weigh',
    'first',
  ]);
});

it('says for how long somebody has talked', () => {
  expect([0, 65, 3725].map(elapsed)).toEqual(['0:00', '1:05', '1:02:05']);
});
