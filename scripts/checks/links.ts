/** Checks every link, fragment and id of a built site. */
import { posix } from 'node:path';
import { attribute, elementsOf, filesIn, readText } from '../html.ts';

const loads = new Set(['src', 'poster']);
const idReferences = ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for', 'popovertarget'];

/**
 * @param asFiles true for a site that is opened from a folder: addresses name files, and no script is a module
 * @returns one line for each fault: `file: what is wrong`
 */
export function checkLinks(site: string, { asFiles = false } = {}): string[] {
  const files = new Set(filesIn(site));
  const pages = [...files]
    .filter((file) => file.endsWith('.html'))
    .map((file) => ({ file, elements: [...elementsOf(readText(site, file))] }));
  const ids = new Map(
    pages.map(({ file, elements }) => [file, elements.flatMap((element) => attribute(element, 'id') ?? [])]),
  );
  return pages.flatMap(({ file, elements }) => {
    const faults: string[] = [];
    const own = ids.get(file)!;
    for (const id of own.filter((candidate, index) => own.indexOf(candidate) !== index))
      faults.push(`the id ${id} stands twice`);
    for (const element of elements) {
      for (const name of idReferences) {
        for (const id of attribute(element, name)?.split(/\s+/) ?? [])
          if (!own.includes(id)) faults.push(`${name} names #${id}, which is not there`);
      }
      if (asFiles && element.tagName === 'script' && attribute(element, 'type') === 'module')
        faults.push('a module script does not run here');
      for (const name of ['href', 'src', 'poster']) {
        const value = attribute(element, name);
        const fault =
          value !== undefined &&
          targetFault(value, { file, files, ids, asFiles, loaded: loads.has(name) || element.tagName === 'link' });
        if (fault) faults.push(`${value}: ${fault}`);
      }
    }
    return faults.map((fault) => `${file}: ${fault}`);
  });
}

interface Where {
  file: string;
  files: ReadonlySet<string>;
  ids: ReadonlyMap<string, readonly string[]>;
  asFiles: boolean;
  /** True when the browser fetches the target by itself. */
  loaded: boolean;
}

function targetFault(value: string, { file, files, ids, asFiles, loaded }: Where): string | undefined {
  if (/^(https?:)?\/\//.test(value)) return loaded ? 'a page must not load from another origin' : undefined;
  if (/^(tel|mailto|data):/.test(value)) return undefined;
  if (value.startsWith('/') && file !== '404.html') return 'the address is not relative';
  if (asFiles && /^$|\/$/.test(value.replace(/[?#].*/, '')) && !/^[?#]/.test(value)) return 'the address names no file';
  const { pathname, hash } = new URL(value, `http://site/${file}`);
  const path = decodeURIComponent(pathname).slice(1);
  const target = path === '' || path.endsWith('/') ? posix.join(path, 'index.html') : path;
  if (!files.has(target)) return 'leads nowhere';
  if (hash && ids.has(target) && !ids.get(target)!.includes(decodeURIComponent(hash.slice(1))))
    return 'the page has no such place';
  return undefined;
}
