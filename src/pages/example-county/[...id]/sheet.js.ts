/** A sheet of Example County as data, for the tool that opens a copy of it: a script, since pages opened from a folder cannot fetch. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { exampleSheet, examplesOf } from '../../../site/example-county.ts';
import { getSite } from '../../_site.ts';

export const getStaticPaths = (async () =>
  examplesOf(await getSite()).map(({ id }) => ({ params: { id } }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const id = params['id']!;
  const sheet = exampleSheet((await getSite())['example-county'][id]!);
  return new Response(`((globalThis.csec??={}).examples??={})[${JSON.stringify(id)}]=${JSON.stringify(sheet)};\n`);
};
