/** A pull-out as the tools in its page load it: whole, with its citations numbered, ready to become a document. */
import type { DocNote, Document } from './document.ts';
import { pullOutFile } from '../site/file-names.ts';
import { fillForm, fillRoster } from './fill-grid.ts';
import { fillTemplate } from './fill-template.ts';
import type { Sheet } from '../tools/sheet.ts';
import { titleOf } from './draft.ts';
import { fillSteps, isListed } from './fill-steps.ts';
import type { Filled } from './filled.ts';
import { partToDocument } from './pull-out-to-document.ts';
import type { PullOut } from '../site/pull-outs.ts';
import { absolute } from '../site/public-address.ts';
import { wordsOnlyContext } from './plain-context.ts';

export interface PullOutModel {
  pullOut: PullOut;
  notes: DocNote[];
  /** The number of its toolkit. */
  toolkit: number;
  /** `/templates/memorandum-of-understanding/`. */
  address: string;
}

/** The document of a pull-out with what somebody has written. `base` is the site’s public address with its closing slash, when it has one. */
export function filledDocument(model: PullOutModel, sheet: Sheet, base?: string): Document {
  const { pullOut, filled } = fillPullOut(model.pullOut, sheet);
  const { entry, kind } = pullOut;
  const id = `${kind}-${entry.id}`;
  const urlOf = (address: string) => (base ? { url: absolute(base, address) } : {});
  const part = partToDocument(
    { pullOut, notes: model.notes },
    { id, level: 1, toolkit: model.toolkit, ...urlOf(model.address) },
    wordsOnlyContext(id, base, model.toolkit),
    filled,
  );
  if (part.heading) part.title = titleOf(part.heading);
  return {
    name: pullOutFile(pullOut),
    title: part.title,
    promise: part.promise,
    kicker: part.kicker,
    toolkit: model.toolkit,
    reviewed: part.reviewed,
    ...urlOf(model.address),
    parts: [part],
  };
}

/** A pull-out with what somebody has written, and the words that its blocks need. */
export function fillPullOut(pullOut: PullOut, sheet: Sheet): { pullOut: PullOut; filled: Filled } {
  if (isListed(pullOut)) return fillSteps(pullOut, sheet);
  switch (pullOut.kind) {
    case 'templates': {
      const { entry, filled } = fillTemplate(pullOut.entry, sheet);
      return { pullOut: { kind: 'templates', entry }, filled };
    }
    case 'forms':
      return { pullOut, filled: { grid: fillForm(pullOut.entry, sheet) } };
    case 'rosters':
      return { pullOut, filled: { grid: fillRoster(pullOut.entry, sheet) } };
    default:
      return { pullOut, filled: {} };
  }
}
