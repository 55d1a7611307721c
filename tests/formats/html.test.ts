import { createHash } from 'node:crypto';
import naughty from 'big-list-of-naughty-strings/blns.json' with { type: 'json' };
import { strFromU8 } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { attribute } from '../../scripts/html.ts';
import type { DocBlock, Document, Field } from '../../src/documents/document.ts';
import { html } from '../../src/formats/html.ts';
import { violationsIn } from '../browser/axe.ts';
import { inBrowser } from '../browser/browser.ts';
import { isNightly } from '../nightly.ts';
import { firefoxPath } from '../programs.ts';
import { kitchenSink, root } from '../root.ts';
import { missingFrom, textOfHtml } from '../site/words.ts';
import { inChromium, inFirefox, read, textIn } from './html/opened.ts';
import { publicationOf, tools } from './publication.ts';

const zone = process.env.TZ;
afterEach(() => {
  process.env.TZ = zone;
  if (zone === undefined) delete process.env.TZ;
});

const documentsOf = (folder: string, url?: string) =>
  html.jobs({ ...publicationOf(folder), url }).map(({ input }) => input);
const address = 'https://toolkits.example/';
const sink = documentsOf(kitchenSink, address)[0]!;
const toolkits = documentsOf(root, address);
const named = (id: string) => toolkits.find(({ name }) => name.endsWith(id))!;
/** Two real ones, for the night: with every way to fill in, and with the most of it. */
const [coordinator, data] = [named('coordinator'), named('data-collection')];
const wide = isNightly ? [sink, data] : [sink];
const made = new Map<Document, Promise<string>>();
const writePage = async (document: Document) => strFromU8(await html.write(document, tools));
/** The page of a document, which is written once. */
const pageOf = (document: Document): Promise<string> => {
  if (!made.has(document)) made.set(document, writePage(document));
  return made.get(document)!;
};
/** The sink’s first pull-out with other blocks. */
const withBlocks = (...blocks: DocBlock[]): Document => ({
  ...sink,
  parts: [
    { ...sink.parts[0]!, intro: [], notes: [], blocks: [] },
    { ...sink.parts[1]!, intro: [], notes: [], blocks },
  ],
});
const paragraph = (text: string): DocBlock => ({ kind: 'paragraph', children: [{ kind: 'text', text }] });

it('makes one file of each toolkit, named like its other files, and one of Example County', () => {
  expect(toolkits.filter(({ toolkit }) => toolkit)).toHaveLength(9);
  expect(toolkits.slice(9).map(({ name }) => name)).toEqual(['csec-example-county']);
  expect(
    html.jobs(publicationOf(kitchenSink)).map(({ file, title, address, toolkit }) => [file, title, address, toolkit]),
  ).toEqual([['csec-toolkit-05-sample.html', 'The sample “toolkit”', '/toolkits/sample/', 5]]);
});

describe.each([sink, ...toolkits].map((document) => [document.name, document] as const))('%s', (_name, document) => {
  it('says the words of every part', async () => {
    const text = textOfHtml(await pageOf(document));
    expect(document.parts.flatMap((part) => missingFrom(text, part).map((piece) => `${part.id}: ${piece}`))).toEqual(
      [],
    );
  });

  it('is sound: nothing to mend, every id once, every link within leads somewhere, headings in order', async () => {
    const { faults, ids, targets, elements } = read(await pageOf(document));
    expect(faults).toEqual([]);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
    const levels = elements.flatMap(({ tagName }) => (/^h[1-6]$/.test(tagName) ? [Number(tagName[1])] : []));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
    // Every label that names a field by its id names one.
    const fields = elements
      .filter(({ tagName }) => ['input', 'textarea', 'select'].includes(tagName))
      .map((field) => attribute(field, 'id'));
    expect(elements.flatMap((element) => attribute(element, 'for') ?? []).filter((id) => !fields.includes(id))).toEqual(
      [],
    );
    // The contents have headings of their own, so the text is looked at alone; in a pull-out nothing stands as high as its title.
    const text = headingsIn(elements.find((element) => attribute(element, 'class') === 'text')!);
    expect(text.filter((level, index) => level > (text[index - 1] ?? 1) + 1)).toEqual([]);
    for (const part of elements.filter((element) => attribute(element, 'class') === 'part'))
      expect(headingsIn(part).filter((level) => level < 3)).toEqual([2]);
  });

  it('keeps the ids that the toolkit has on the site, and lists its sections and pull-outs', async () => {
    const { ids, named } = read(await pageOf(document));
    // A set of sheets has a cover of its own, and lists every sheet.
    const [own, behind] = document.toolkit
      ? [document.parts.slice(0, 1), document.parts.slice(1)]
      : [[], document.parts];
    const anchors = own.flatMap(({ blocks }) => blocks).flatMap((block) => (block.kind === 'heading' ? [block] : []));
    for (const { anchor } of anchors) expect(ids).toContain(anchor);
    const listed = named('nav').flatMap(({ childNodes }) =>
      childNodes.flatMap((child) => ('tagName' in child ? linksIn(child) : [])),
    );
    expect(listed).toEqual([
      ...anchors.filter(({ level }) => level === 2).map(({ anchor }) => `#${anchor}`),
      ...behind.map(({ id }) => `#${id}`),
    ]);
  });
});

function linksIn(element: ReturnType<typeof read>['elements'][number]): string[] {
  const own = element.tagName === 'a' ? [attribute(element, 'href')!] : [];
  return [...own, ...element.childNodes.flatMap((child) => ('tagName' in child ? linksIn(child) : []))];
}

function headingsIn(element: ReturnType<typeof read>['elements'][number]): number[] {
  const own = /^h[1-6]$/.test(element.tagName) ? [Number(element.tagName[1])] : [];
  return [...own, ...element.childNodes.flatMap((child) => ('tagName' in child ? headingsIn(child) : []))];
}

it('allows its own style sheet, and no script, request or form', async () => {
  const page = await pageOf(sink);
  const { named, elements } = read(page);
  const [policy] = named('meta').flatMap((meta) =>
    attribute(meta, 'http-equiv') === 'content-security-policy' ? [attribute(meta, 'content')!] : [],
  );
  const styles = named('style').map(textIn);
  expect(styles).toHaveLength(1);
  expect(policy).toBe(
    `default-src 'none'; style-src 'sha256-${createHash('sha256').update(styles[0]!).digest('base64')}'; ` +
      `img-src data:; font-src data:; base-uri 'none'; form-action 'none'`,
  );
  // Addresses stand in links that a reader follows, and nowhere else.
  const asking = elements.filter(
    (element) =>
      element.tagName !== 'a' &&
      element.attrs.some(
        ({ name, value }) =>
          ['src', 'href', 'action', 'srcset', 'data'].includes(name) &&
          !value.startsWith('data:') &&
          attribute(element, 'rel') !== 'canonical',
      ),
  );
  expect(asking.map(({ tagName }) => tagName)).toEqual([]);
  expect(
    elements
      .filter(
        ({ tagName, attrs }) =>
          ['script', 'form', 'iframe', 'object'].includes(tagName) ||
          attrs.some(({ name }) => name.startsWith('on') || name === 'style' || name === 'name'),
      )
      .filter(({ tagName }) => tagName !== 'meta')
      // The empty form that sends nothing and to which boxes belong.
      .filter((element) => !(element.childNodes.length === 0 && attribute(element, 'id') === 'page.unkept'))
      .map(({ tagName }) => tagName),
  ).toEqual([]);
  expect([...styles[0]!.matchAll(/url\(([^)]{0,30})/g)].map(([, start]) => start)).toEqual([
    expect.stringMatching(/^'data:font\/woff2;base64,/),
  ]);
});

it('gives the public address only when it is known', async () => {
  const page = await pageOf(sink);
  expect(page).toContain(`<link rel="canonical" href="${address}toolkits/sample/">`);
  expect(page).toContain('QR code of the online page: https://toolkits.example/toolkits/sample/');
  const local = await pageOf(documentsOf(kitchenSink)[0]!);
  for (const words of ['toolkits.example', 'canonical', 'QR code', 'online']) expect(local).not.toContain(words);
});

it('gives the same bytes in every time zone', async () => {
  const pages: string[] = [];
  for (const name of ['Pacific/Auckland', 'America/Los_Angeles']) {
    process.env.TZ = name;
    pages.push(await pageOf(documentsOf(kitchenSink, address)[0]!));
  }
  expect(pages[1]).toBe(pages[0]);
});

it('writes any words as words, also in fields and labels', async () => {
  const strings = [...naughty.filter(Boolean), 'one\rtwo\r\nthree'];
  const kept = strings.map((words) =>
    words.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''),
  );
  const document = withBlocks(...strings.map(paragraph), {
    kind: 'paragraph',
    children: strings.map((words): Field => ({
      kind: 'field',
      name: 'a.b',
      label: words,
      size: 'line',
      value: `\n${words}`,
    })),
  });
  const page = await pageOf({
    ...document,
    title: '</title><script>alert(1)</script>',
    promise: '"><script>alert(2)</script>',
  });
  const { named, elements } = read(page);
  expect(named('script')).toEqual([]);
  expect(named('h1').map(textIn)).toEqual(['</title><script>alert(1)</script>']);
  const part = elements.find((element) => attribute(element, 'id') === document.parts[1]!.id)!;
  const paragraphs = part.childNodes.flatMap((child) =>
    'tagName' in child && child.tagName === 'p' ? [textIn(child)] : [],
  );
  expect(paragraphs.slice(0, -1)).toEqual(kept);
  expect(named('textarea').map(textIn)).toEqual(kept.map((words) => `\n${words}`));
});

it('shows what was filled in', async () => {
  const field = (size: Field['size'], value?: string): Field => ({
    kind: 'field',
    name: 'a.b',
    label: 'County',
    size,
    ...(value ? { value } : {}),
  });
  const column = { id: 'c', label: 'Here?' };
  const page = await pageOf(
    withBlocks(
      { kind: 'paragraph', children: [field('short', 'King "1"'), field('lines', 'A\nB'), field('line')] },
      {
        kind: 'steps',
        boxes: true,
        write: 'Who',
        items: [
          { anchor: 'a', text: [{ kind: 'text', text: 'Ask.' }], help: [], done: true, written: 'Kim' },
          { anchor: 'b', text: [{ kind: 'text', text: 'Tell.' }], help: [], written: 'Lee' },
        ],
      },
      {
        kind: 'signatures',
        lines: ['Name and title', 'Signature'],
        signers: [{ label: 'Agency', values: ['Lee', ''] }],
      },
      {
        kind: 'grid',
        id: 'g',
        caption: 'G',
        fields: [],
        columns: [
          { ...column, kind: 'yes-no' },
          { id: 'n', label: 'How many', kind: 'count' },
        ],
        rows: [{ cells: ['Yes', '3'] }],
        empty: 1,
      },
    ),
  );
  const { named } = read(page);
  expect(
    named('input').map((input) => [attribute(input, 'type'), attribute(input, 'value'), attribute(input, 'checked')]),
  ).toEqual([
    [undefined, 'King "1"', undefined],
    ['checkbox', undefined, ''],
    ['checkbox', undefined, undefined],
  ]);
  expect(named('textarea').map((area) => [attribute(area, 'aria-label'), textIn(area)])).toEqual([
    [undefined, 'A\nB'],
    [undefined, ''],
    ['Who: Ask.', 'Kim'],
    ['Who: Tell.', 'Lee'],
    ['Name and title: Agency', 'Lee'],
    ['How many: row 1', '3'],
    ['How many: row 2', ''],
  ]);
  expect(named('select').map((select) => attribute(select, 'aria-label'))).toEqual(['Here?: row 1', 'Here?: row 2']);
  expect(
    named('option').flatMap((option) => (attribute(option, 'selected') === undefined ? [] : [textIn(option)])),
  ).toEqual(['Yes']);
  // A signature is written with a pen.
  expect(page).toContain('aria-label="to sign on paper"');
});

it('names the file and the block of what it cannot write', async () => {
  const lost: DocBlock = { kind: 'paragraph', children: [{ kind: 'link', href: '#lost.place', children: [] }] };
  await expect(pageOf(withBlocks(paragraph('a'), lost))).rejects.toThrow(
    `${sink.parts[1]!.file}, block 2 (paragraph): the link #lost.place leads to no part of the document`,
  );
});

inBrowser('opened from a folder', () => {
  it.each(
    (isNightly ? [sink, coordinator] : [sink]).flatMap((document) =>
      (isNightly ? (['light', 'dark'] as const) : (['light'] as const)).map(
        (colorScheme) => [document.name, colorScheme, document] as const,
      ),
    ),
  )(
    '%s in %s colors: asks for nothing, accessible',
    async (_name, colorScheme, one) => {
      const faults = await inChromium(await html.write(one, tools), { colorScheme }, async (page) => {
        expect(await page.evaluate(() => [...document.fonts].map(({ family, status }) => [family, status]))).toEqual([
          ['Literata', 'loaded'],
        ]);
        expect((await violationsIn(page)).map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      });
      expect(faults).toEqual([]);
    },
    240_000,
  );

  it.each(wide.map((document) => [document.name, document] as const))(
    '%s fits a screen of 320 pixels',
    async (_name, one) => {
      await inChromium(await html.write(one, tools), { viewport: { width: 320, height: 640 } }, async (page) => {
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      });
    },
  );

  it('ticks and takes words from the keyboard', async () => {
    const faults = await inChromium(await html.write(sink, tools), {}, async (page) => {
      const tick = page.getByRole('checkbox').first();
      const name = (await tick.evaluate((box) => (box as HTMLInputElement).labels![0]!.textContent))!;
      expect(name).toBeTruthy();
      await tick.focus();
      await page.keyboard.press('Space');
      expect(await tick.isChecked()).toBe(true);
      const line = page.getByRole('textbox', { name: 'Who, by when' }).first();
      // Notes of the step stand between.
      for (let presses = 0; presses < 5 && !(await line.evaluate((one) => one === document.activeElement)); presses++)
        await page.keyboard.press('Tab');
      await page.keyboard.type('Kim, by May');
      expect(await line.inputValue()).toBe('Kim, by May');
      await page.getByText(name.trim().slice(0, 20)).first().click();
      expect(await tick.isChecked()).toBe(false);
    });
    expect(faults).toEqual([]);
  });

  it.each(wide.map((document) => [document.name, document] as const))(
    '%s prints whole: nothing beside the sheet, nothing cut in a field, each pull-out on its own sheet',
    async (_name, one) => {
      await inChromium(await html.write(one, tools), {}, async (page) => {
        await page.evaluate(() =>
          document
            .querySelectorAll('textarea')
            .forEach((area) => (area.value = 'Words that are long enough to need a second line, and a third.')),
        );
        await page.emulateMedia({ media: 'print' });
        for (const [width, parts] of [
          [687, ':scope > :not(.part), .part:not(:has(.grid thead th:nth-child(6)))'],
          [927, '.part:has(.grid thead th:nth-child(6))'],
        ] as const) {
          // The width between the margins of a Letter sheet, upright and on its side, at 96 pixels an inch.
          await page.setViewportSize({ width, height: 900 });
          const wrong = await page.evaluate(
            ([right, selector]) => {
              const seen = [...document.querySelector('.text')!.querySelectorAll(selector)].flatMap((part) => [
                part,
                ...part.querySelectorAll('*'),
              ]);
              return seen
                .filter(
                  (one) =>
                    !one.closest('svg *') &&
                    (one.getBoundingClientRect().right > right + 1 ||
                      (one.tagName === 'TEXTAREA' && one.scrollHeight > one.clientHeight + 1)),
                )
                .map((one) => one.outerHTML.slice(0, 200));
            },
            [width, parts] as const,
          );
          expect(wrong).toEqual([]);
        }
        const breaks = await page.evaluate(() =>
          [...document.querySelectorAll('.part')].map((part) => getComputedStyle(part).breakBefore),
        );
        expect(breaks).toEqual(one.parts.slice(1).map(() => 'page'));
        const sheets = await page.evaluate(() =>
          [...document.querySelectorAll('.part')].map((part) => getComputedStyle(part).getPropertyValue('page')),
        );
        expect(sheets).toEqual(
          one.parts
            .slice(1)
            .map(({ blocks }) =>
              blocks.some((block) => block.kind === 'grid' && block.columns.length > 5) ? 'wide' : 'auto',
            ),
        );
        expect(await page.getByText('This file is one page').isVisible()).toBe(false);
      });
    },
  );
});

describe.runIf(firefoxPath && isNightly)('opened from a folder in Firefox', () => {
  it('has its styles and its face, and asks for nothing', async () => {
    const faults = await inFirefox(await html.write(sink, tools), async (page) => {
      const seen = await page.evaluate(async () => {
        await document.fonts.ready;
        return {
          faces: [...document.fonts].map(({ family, status }) => `${family} ${status}`),
          cover: getComputedStyle(document.querySelector('.cover')!).backgroundColor,
          said: document.querySelector('.one-page')!.textContent,
        };
      });
      // The color of toolkit 5.
      expect(seen).toEqual({
        faces: ['Literata loaded'],
        cover: 'rgb(113, 64, 111)',
        said: expect.stringContaining('works without a network'),
      });
    });
    expect(faults).toEqual([]);
  });
});
