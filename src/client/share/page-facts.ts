/** What the page that is open knows of itself. */
import { publicRoot, siteRoot } from '../shell/site.ts';
import type { PageFacts } from './place.ts';

export function pageFacts(): PageFacts {
  const here = location.href.replace(/[?#].*/s, '');
  const path = here.slice(siteRoot().href.length).replace(/index\.html$/, '');
  const cite = document.querySelector<HTMLElement>('[data-citation]');
  return {
    title: document.querySelector('h1')!.textContent.trim(),
    path,
    reviewed: cite?.dataset['citation'],
    reviewedOn: /Reviewed ([^.]+)\./.exec(cite?.textContent ?? '')?.[1],
    root: publicRoot(),
    number: /^toolkits\/[^/]+\/$/.test(path)
      ? document.querySelector<HTMLElement>('[data-toolkit]')?.dataset['toolkit']
      : undefined,
  };
}
