/** The late passes over built pages. Each page is read and parsed once for all of them. */
import { writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import MagicString from 'magic-string';
import { elementsOf, filesIn, readText, type Element } from './html.ts';

/** A page while passes change it: its elements as they were, and the text that becomes of it. */
export class Page {
  /** Its path in the site. */
  readonly file: string;
  readonly html: string;
  readonly elements: readonly Element[];
  readonly text: MagicString;
  /** The words of scripts that a pass has put into it. */
  readonly newScripts: string[] = [];
  private readonly gone: { startOffset: number; endOffset: number }[] = [];
  private readonly url: string | undefined;

  /** @param url the public address, when it is known */
  constructor(file: string, html: string, url?: string) {
    this.file = file;
    this.html = html;
    this.url = url;
    this.elements = [...elementsOf(html)];
    this.text = new MagicString(html);
  }

  remove({ sourceCodeLocation: at }: Element): void {
    this.gone.push(at!);
    this.text.remove(at!.startOffset, at!.endOffset);
  }

  /** True for an element that a pass has removed, on its own or with what holds it. */
  isGone({ sourceCodeLocation: at }: Element): boolean {
    return this.gone.some(({ startOffset, endOffset }) => startOffset <= at!.startOffset && at!.endOffset <= endOffset);
  }

  /** An address from the root of the site as this page writes it. Servers show the page for what is missing at any depth. */
  address(fromRoot: string): string {
    return this.file === '404.html'
      ? new URL(this.url ?? 'none:/').pathname + fromRoot.slice(1)
      : relative(this.file, fromRoot);
  }
}

export interface Pass {
  page(page: Page): void;
  /** What is left to do when all pages were seen. */
  finish?(): void | Promise<void>;
}

/** Runs passes over all pages under a folder, one after the other on each page. @param url the public address, when it is known */
export async function changePages(site: string, passes: readonly Pass[], url?: string): Promise<void> {
  for (const file of filesIn(site).filter((one) => one.endsWith('.html')))
    writeFileSync(join(site, file), changed(file, readText(site, file), passes, url));
  for (const pass of passes) await pass.finish?.();
}

/** The HTML of one page after some passes. @param file its path in the site */
export function changed(file: string, html: string, passes: readonly Pass[], url?: string): string {
  const page = new Page(file, html, url);
  for (const pass of passes) pass.page(page);
  return page.text.toString();
}

/** The way from a file of the site to an address from its root. */
export function relative(file: string, address: string): string {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/.exec(address)!;
  const way = posix.relative(`/${posix.dirname(file)}`, path) || '.';
  return (path.endsWith('/') && way !== '.' ? `${way}/` : way === '.' ? './' : way) + rest;
}
