/** What only a click needs: the data of the page's pull-out, the exporters. Each script puts its part into `globalThis.csec`. */
import type { PullOutModel } from '../../documents/pull-out-model.ts';
import type { calendar } from './exporters/calendar.ts';
import type { csv } from './exporters/csv.ts';
import type { excel } from './exporters/excel.ts';
import type { powerpoint, Slides } from './exporters/powerpoint.ts';
import type { text } from './exporters/text.ts';
import type { word } from './exporters/word.ts';
import { loadScript } from '../shell/load-script.ts';
import type { fullText } from '../search/full-text.ts';
import type { Search } from '../search/search.ts';
import { siteRoot } from '../shell/site.ts';
import type { termCard } from '../terms/cards.ts';

/** Every exporter with what it offers; each is a file of `src/client/tools/exporters/`. */
export interface Exporters {
  word: typeof word;
  text: typeof text;
  csv: typeof csv;
  excel: typeof excel;
  calendar: typeof calendar;
  powerpoint: typeof powerpoint;
}
interface Loaded extends Partial<Exporters> {
  model?: PullOutModel;
  /** The slides of a toolkit. */
  slides?: Slides;
  /** The parts of a packet as HTML, by name. */
  parts?: Record<string, string>;
  /** Sheets of Example County by id. */
  examples?: Record<string, Record<string, string>>;
  search?: Search;
  fullText?: typeof fullText;
  termCard?: typeof termCard;
  share?: (anchor: string, name: string) => void;
  /** Files of the search index in base64, by name. */
  files?: Record<string, string>;
}
declare global {
  var csec: Loaded | undefined;
}

/** The pull-out of this page as data. */
export async function loadModel(): Promise<PullOutModel> {
  await loadScript(new URL('model.js', document.baseURI).href);
  return globalThis.csec!.model!;
}

export const exporterAddress = (name: string): string => new URL(`exporters/${name}.js`, siteRoot()).href;

/** An exporter, loaded on its first use. */
export async function loadExporter<Name extends keyof Exporters>(name: Name): Promise<Exporters[Name]> {
  await loadScript(exporterAddress(name));
  return globalThis.csec![name] as Exporters[Name];
}

/** Offers a file for saving. */
export function saveFile(name: string, type: string, content: Uint8Array<ArrayBuffer> | string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
