/** More documents from the text of one template: its short version, and the one-page summary of its promises. */
import { promisesTitle } from '../schemas/names.ts';
import { pullOutFile } from '../site/file-names.ts';
import { composePullOutPage } from '../site/page.ts';
import type { PullOut } from '../site/pull-outs.ts';
import type { Document } from './document.ts';
import { fillTemplate, shortest } from './fill-template.ts';
import { promisesIn, promisesToDocument } from './pull-outs/promises.ts';
import { pullOutDocument, type Publication } from './site-documents.ts';
import { settled } from './read-only.ts';
import { words } from './to-document.ts';
import { wordsOnlyContext } from './plain-context.ts';

/** The short version of a template with sets, and the summary of one with promises; of everything else nothing. */
export function editionsOf(publication: Publication, pullOut: PullOut): Document[] {
  if (pullOut.kind !== 'templates') return [];
  const { entry } = pullOut;
  const short = Object.keys(entry.sets).length > 0 ? [shortVersion(publication, pullOut)] : [];
  return [...short, ...(promisesIn(entry).length > 0 ? [summary(publication, pullOut)] : [])];
}

type TemplatePullOut = Extract<PullOut, { kind: 'templates' }>;

function shortVersion(publication: Publication, { kind, entry }: TemplatePullOut): Document {
  const title = `${entry.title}, short version`;
  const document = pullOutDocument(publication, { kind, entry: { ...shortest(entry), title } });
  return { ...document, name: `${document.name}-short` };
}

function summary(publication: Publication, pullOut: TemplatePullOut): Document {
  const whole = pullOutDocument(publication, pullOut);
  const own = composePullOutPage(publication.site, pullOut).pullOut as TemplatePullOut;
  const { entry, filled } = fillTemplate(own.entry, {});
  const context = wordsOnlyContext(whole.parts[0]!.id, publication.url, whole.toolkit);
  const title = `${promisesTitle}: one-page summary`;
  const promise = 'Hand out one page with what each member promises in the memorandum.';
  const part = {
    ...whole.parts[0]!,
    title,
    sheets: 1,
    heading: words(title),
    promise: '',
    intro: [],
    notes: [],
    blocks: settled(promisesToDocument(entry, context, { ...filled, signers: [] })),
  };
  return { ...whole, name: `${pullOutFile(pullOut)}-summary`, title, promise, parts: [part] };
}
