/**
 * Gives each page one script: what its modules do together, in one file for all pages that load the same. One file comes or does
 * not come; of a dozen, one could be missing, and nobody would see which button is dead. A classic script runs from a folder, too.
 */
import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { classicScript } from './exporters.ts';
import { attribute, filesIn } from './html.ts';
import type { Page, Pass } from './pages.ts';

/**
 * Runs before the page's script. Until that has run, boxes and buttons do not answer: a tick that nothing keeps would be lost without
 * a word. A script that does not come is asked for once more. When it did not come, or did not run to its end, the page says so.
 */
const guard = `(function () {
  var page = document.documentElement, again;
  page.setAttribute('data-waiting', '');
  function lost() { if (page.hasAttribute('data-waiting')) page.setAttribute('data-lost', ''); }
  addEventListener('load', lost);
  addEventListener('error', function (event) {
    var script = event.target;
    if (!script || !script.hasAttribute || !script.hasAttribute('data-page')) return;
    if (again) return lost();
    again = document.createElement('script');
    again.setAttribute('data-page', '');
    again.src = script.src;
    document.head.append(again);
  }, true);
  function hold(event) {
    var held = 'button:not([popovertarget]),select,input:is([type=checkbox],[type=radio])';
    if (!page.hasAttribute('data-waiting') || !event.target.closest || !event.target.closest(held)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }
  addEventListener('click', hold, true);
})()`;
/** The last thing that the page's script does. */
const ready = `{ const { dataset } = document.documentElement; delete dataset.waiting; delete dataset.lost; }`;

/**
 * The pass that gives each page its script, bundles the modules of all pages under a folder and takes the modules away.
 * Its end throws an Error when a script does not bundle.
 */
export function pageScripts(site: string): Pass {
  const sets = new Map<string, readonly string[]>();
  return {
    page: (page) =>
      useOneScript(page, (modules) => {
        const script = `_astro/page-${createHash('sha256').update(modules.join('\n')).digest('hex').slice(0, 8)}.js`;
        sets.set(script, modules);
        return script;
      }),
    async finish() {
      const written = [...sets].map(async ([file, modules]) => [file, await bundled(site, file, modules)] as const);
      const contents = await Promise.all(written);
      for (const file of filesIn(site)) if (/^_astro\/.*\.js$/.test(file)) rmSync(join(site, file));
      for (const [file, bytes] of contents) writeFileSync(join(site, file), bytes);
    },
  };
}

/**
 * Puts one classic script in the place of a page's modules.
 * @param scriptFor the script that does what some modules do together, by their paths in the site
 */
function useOneScript(page: Page, scriptFor: (modules: readonly string[]) => string): void {
  const modules = page.elements.filter(
    (element) => element.tagName === 'script' && attribute(element, 'type') === 'module',
  );
  if (modules.length === 0) return;
  for (const module of modules) page.remove(module);
  const script = scriptFor(modules.map((module) => attribute(module, 'src')!.slice(1)));
  const head = page.elements.find(({ tagName }) => tagName === 'head')!;
  page.newScripts.push(guard);
  page.text.appendLeft(
    head.sourceCodeLocation!.endTag!.startOffset,
    `<script>${guard}</script><script defer data-page src="${page.address(`/${script}`)}"></script>`,
  );
}

/** The modules as one script, which says at its end that the page is ready. */
async function bundled(site: string, file: string, modules: readonly string[]): Promise<Uint8Array> {
  const imports = modules.map((module) => `import ${JSON.stringify(`./${module}`)};`);
  const { outputFiles } = await build({
    ...classicScript,
    stdin: { contents: [...imports, ready].join('\n'), resolveDir: site },
    outfile: join(site, file),
    write: false,
  });
  return outputFiles[0]!.contents;
}
