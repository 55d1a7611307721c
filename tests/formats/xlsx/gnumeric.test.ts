import { expect, it } from 'vitest';
import { xlsx } from '../../../src/formats/xlsx.ts';
import { hasGnumeric } from '../../programs.ts';
import { root } from '../../root.ts';
import { publicationOf } from '../publication.ts';
import { faultsOf } from './gnumeric.ts';

const inputOf = (name: string) =>
  xlsx.jobs(publicationOf(root)).find(({ file }) => file === `csec-form-${name}-example-county.xlsx`)!.input;

it.runIf(hasGnumeric)(
  'Gnumeric computes every formula of a log, and hides what the site hides',
  { timeout: 120_000 },
  async () => {
    expect(await faultsOf(inputOf('attendance-log'))).toEqual([]);
  },
);
