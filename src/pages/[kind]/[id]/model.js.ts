/** The pull-out as data, for the tools in its page: a script, since pages opened from a folder cannot fetch. Loaded on the first click that needs it. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { notesToDocument } from '../../../documents/to-document.ts';
import { allPullOuts, findPullOut } from '../../../site/pull-outs.ts';
import { composePullOutPage } from '../../../site/page.ts';
import type { PullOutModel } from '../../../documents/pull-out-model.ts';
import type { PullOutKind } from '../../../schemas/kinds.ts';
import { getSite } from '../../_site.ts';

export const getStaticPaths = (async () =>
  allPullOuts(await getSite()).map(({ kind, entry: { id } }) => ({ params: { kind, id } }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const site = await getSite();
  const { pullOut, notes, address } = composePullOutPage(
    site,
    findPullOut(site, { ref: params['kind'] as PullOutKind, id: params['id']! })!,
  );
  const model: PullOutModel = {
    pullOut,
    notes: notesToDocument(notes),
    toolkit: site.toolkits[pullOut.entry.toolkit.id]!.number,
    address,
  };
  return new Response(`(globalThis.csec??={}).model=${JSON.stringify(model)};\n`);
};
