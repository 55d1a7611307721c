/**
 * What only a click needs: the data of the page's pull-out and the exporters. They are classic scripts that put their part into
 * `globalThis.csec`, since modules and fetches fail where the site is opened from a folder.
 */
import type { PullOutModel } from '../model/pull-out-model.ts';
import type { calendar } from './exporters/calendar.ts';
import type { csv } from './exporters/csv.ts';
import type { excel } from './exporters/excel.ts';
import type { text } from './exporters/text.ts';
import type { word } from './exporters/word.ts';

/** Every exporter with what it offers; each is a file of `src/client/exporters/`. */
export interface Exporters {
  word: typeof word;
  text: typeof text;
  csv: typeof csv;
  excel: typeof excel;
  calendar: typeof calendar;
}
interface Loaded extends Partial<Exporters> {
  model?: PullOutModel;
  /** The parts of a packet as HTML, by name. */
  parts?: Record<string, string>;
}
declare global {
  var csec: Loaded | undefined;
}

/** The site's root, whatever folder it is served from. */
export function siteRoot(): URL {
  return new URL('.', document.querySelector<HTMLAnchorElement>('a[rel=home]')!.href);
}

/** The site's address when it is on the web; undefined when it is opened from a folder. */
export function publicRoot(): string | undefined {
  return location.protocol.startsWith('http') ? siteRoot().href : undefined;
}

const scripts = new Map<string, Promise<void>>();

/** Loads a script of this site once. @throws Error in words for readers when it does not come; the next call tries again */
export function loadScript(address: string): Promise<void> {
  const known = scripts.get(address);
  if (known) return known;
  const loading = new Promise<void>((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = () => resolve();
    script.onerror = () => {
      scripts.delete(address);
      script.remove();
      reject(new Error('A part of this page did not load. Check the connection and try again; what you wrote is still here.'));
    };
    document.head.append(script);
  });
  scripts.set(address, loading);
  return loading;
}

/** The pull-out of this page as data. */
export async function loadModel(): Promise<PullOutModel> {
  await loadScript(new URL('model.js', document.baseURI.replace(/[?#].*/, '').replace(/[^/]*$/, '')).href);
  return globalThis.csec!.model!;
}

/** An exporter, loaded on its first use. */
export async function loadExporter<Name extends keyof Exporters>(name: Name): Promise<Exporters[Name]> {
  await loadScript(new URL(`exporters/${name}.js`, siteRoot()).href);
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
