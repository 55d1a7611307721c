import { expect, it } from 'vitest';
import { agenciesFrom, spellings } from '../../src/tools/agencies.ts';

const kinds = ['Law enforcement', 'Service providers'];

it('reads one agency a line, or two columns, without numbers, bullets and doubles', () => {
  expect(
    agenciesFrom(
      '1. Harbor Advocates\r\n• Everett Police Department, law enforcement\n\nharbor advocates\n  Núñez, Lee & Co.\n',
      kinds,
    ),
  ).toEqual([
    { name: 'Harbor Advocates', kind: '' },
    { name: 'Everett Police Department', kind: 'Law enforcement' },
    { name: 'Núñez, Lee & Co.', kind: '' },
  ]);
  expect(agenciesFrom('Agency\tKind\nHarbor\tService providers\n"Smith, Jones"\tOther\n', kinds)).toEqual([
    { name: 'Harbor', kind: 'Service providers' },
    { name: 'Smith, Jones', kind: 'Other' },
  ]);
  expect(agenciesFrom('"Smith, Jones and ""Co"""', kinds)).toEqual([{ name: 'Smith, Jones and "Co"', kind: '' }]);
});

it('takes a first line for the names of columns only where it is nothing more', () => {
  for (const head of [
    'Agency',
    'Agency\tKind',
    'Agency name,Kind',
    '"Member agency";"Kind"',
    'Names',
    'Organizations\tType',
  ])
    expect(agenciesFrom(`${head}\nHarbor`).map(({ name }) => name)).toEqual(['Harbor']);
  for (const name of [
    'Agency for Children',
    'Agency number 1\tOther',
    'Organization of Elders; Tribes',
    'Name Us, Inc.',
  ])
    expect(agenciesFrom(`${name}\nHarbor`)).toHaveLength(2);
});

it('sees two spellings of one agency, and no more', () => {
  expect(
    spellings([
      'Everett Police Dept.',
      'Harbor Advocates',
      'Everett Police Department',
      'Harbour Advocates',
      'The Nuñez Center',
      'Nunez Ctr',
    ]),
  ).toEqual([
    ['Everett Police Dept.', 'Everett Police Department'],
    ['Harbor Advocates', 'Harbour Advocates'],
    ['The Nuñez Center', 'Nunez Ctr'],
  ]);
  expect(
    spellings([
      'Agency A of the county',
      'Agency B of the county',
      'School District 1',
      'School District 2',
      'City of Kent',
      'City of Lent',
    ]),
  ).toEqual([]);
});
