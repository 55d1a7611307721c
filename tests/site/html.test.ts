/** The pages as HTML: what the standard says of elements, attributes and what may stand in what. */
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { expect, inject, it } from 'vitest';
import { filesIn, readText } from '../../scripts/html.ts';
import { isNightly } from '../nightly.ts';

const site = inject('site');
const all = filesIn(site).filter((file) => file.endsWith('.html'));
/** One page of each kind; the whole set at night. */
const some = all.filter((file, at) => at === all.findIndex((other) => other.split('/')[0] === file.split('/')[0]));

const validator = new HtmlValidate(new StaticConfigLoader({ extends: ['html-validate:standard'] }));
async function faultsOf(name: string, html: string): Promise<string[]> {
  const { results } = await validator.validateString(html, name);
  return results.flatMap(({ messages }) => messages.map(({ line, message }) => `${name}:${line}: ${message}`));
}

it('pages keep to the standard', { timeout: 120_000 }, async () => {
  const pages = isNightly ? all : some;
  const faults = await Promise.all(pages.map((file) => faultsOf(file, readText(site, file))));
  expect(faults.flat()).toEqual([]);
  expect(pages.length).toBeGreaterThan(20);
});

it('the checker sees a box that asks for what it cannot do, and a button within a link', async () => {
  const page = readText(site, 'checklists/phase-1/index.html');
  const broken = page
    .replace('form="unkept"', 'autocomplete="off"')
    .replace('</main>', '<a href="x"><button type="button">x</button></a></main>');
  expect(await faultsOf('x', broken)).toHaveLength(2);
});

it('a heading is its words: what shares them or makes slides of them stands beside it', () => {
  const inHeading = /<h([1-6])\b[^>]*>(?:(?!<\/h\1>).)*?(?:<button|class="copy")/gs;
  expect(
    all.flatMap((file) => [...readText(site, file).matchAll(inHeading)].map(([found]) => `${file}: ${found}`)),
  ).toEqual([]);
  expect(readText(site, 'toolkits/chair/index.html')).toMatch(/<\/h2><a class="copy"/);
});
