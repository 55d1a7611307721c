import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { earlierNames, partGroups, partsByName, partsOfPacket, sectionsOf } from '../../src/site/packet-parts.ts';
import {
  fragmentOf,
  movedPart,
  namesIn,
  partFile,
  partName,
  partNamed,
  partPrefix,
  partsNamed,
  wholeAround,
  withPart,
} from '../../src/tools/packet.ts';
import { readContent } from '../../src/reader/read.ts';
import { formatProblem } from '../../src/prose/problem.ts';
import { kitchenSink, lineOf, root, sinkWith } from '../root.ts';

const { site } = readContent(root);
const all = [...partsByName(partGroups(site)).keys()];
const known = new Set(all);
const choice = fc.uniqueArray(fc.constantFrom(...all), { maxLength: 40 });

describe('the name of a part', () => {
  it.each([
    ['chair', { ref: 'toolkits', id: 'chair' }, 'parts/toolkits/chair.js', 'toolkits--chair--'],
    [
      'chair.judges',
      { ref: 'toolkits', id: 'chair', section: 'judges' },
      'parts/toolkits/chair/judges.js',
      'toolkits--chair--judges--',
    ],
    ['duties/chair', { ref: 'duties', id: 'chair' }, 'parts/duties/chair.js', 'duties--chair--'],
  ])('%s', (name, part, file, prefix) => {
    expect(partNamed(name)).toEqual(part);
    expect(partName(part)).toBe(name);
    expect(partFile(name)).toBe(file);
    expect(partPrefix(name)).toBe(prefix);
  });

  it('leads every part of the site to a script and to ids of its own', () => {
    expect(all.map((name) => partName(partNamed(name)))).toEqual(all);
    for (const of of [partFile, partPrefix]) expect(new Set(all.map(of)).size).toBe(all.length);
  });
});

describe('the link of a packet', () => {
  it('rebuilds any choice in its order', () => {
    fc.assert(
      fc.property(choice, (parts) => {
        const link = new URL(`https://site.example/packet/${fragmentOf(parts)}`).hash;
        expect(namesIn(link)).toEqual(parts.length > 0 ? { names: parts, unreadable: 0 } : undefined);
      }),
    );
  });

  it('survives a mail program that codes its signs', () => {
    expect(namesIn('#p=chair.judges%2Cduties%2Fchair')).toEqual({
      names: ['chair.judges', 'duties/chair'],
      unreadable: 0,
    });
  });

  it('follows a part that moved, and names those that are gone', () => {
    const moved = new Map([['chair.old', 'chair.judges']]);
    expect(partsNamed(['chair.old', 'duties/chair', 'gone', 'chair.judges'], known, moved)).toEqual({
      parts: ['chair.judges', 'duties/chair'],
      missing: ['gone'],
    });
  });

  it.each([
    ['#', undefined],
    ['#first-meeting', undefined],
    ['#p=', undefined],
    ['#p=,,', { names: [], unreadable: 0 }],
    ['#p=%E0%A4%A', { names: [], unreadable: 1 }],
    ['#p=<img src=x onerror=alert(1)>', { names: [], unreadable: 1 }],
    ['#p=%3Cscript%3E,chair', { names: ['chair'], unreadable: 1 }],
    ['#p=../../secret,toolkits/../x,/etc/passwd,https://o.example/a', { names: [], unreadable: 4 }],
    ['#p=a/b/c,a.b.c,chair%00,chair judges', { names: [], unreadable: 4 }],
    [`#p=${'chair,'.repeat(4000)}`, { names: [], unreadable: 1 }],
    [`#p=${'a'.repeat(201)}`, { names: [], unreadable: 1 }],
    ['#p=__proto__,constructor', { names: ['constructor'], unreadable: 1 }],
  ])('gives only names, from %j', (fragment, expected) => {
    expect(namesIn(fragment)).toEqual(expected);
  });

  it('gives only parts of the site, whatever it holds', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...all, 'constructor', 'toolkits/chair', 'chair.', '.', '/', '%2C', '%'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const { parts } = partsNamed(namesIn(`#p=${pieces.join(',')}`)?.names ?? [], known);
        expect(parts.every((part) => known.has(part))).toBe(true);
        expect(new Set(parts).size).toBe(parts.length);
        expect(parts.filter((part) => wholeAround(parts, part))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a choice', () => {
  it('takes a part in at its end, once', () => {
    expect(withPart(['a', 'b'], 'c')).toEqual(['a', 'b', 'c']);
    expect(withPart(['a', 'b'], 'a')).toEqual(['b', 'a']);
  });

  it('holds no section beside the whole of its toolkit', () => {
    expect(withPart(['chair.judges', 'duties/chair', 'structure.parts'], 'chair')).toEqual([
      'duties/chair',
      'structure.parts',
      'chair',
    ]);
    expect(withPart(['chair'], 'chair.judges')).toEqual(['chair']);
  });

  it('moves a part by one place and loses none', () => {
    expect(movedPart(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
    expect(movedPart(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
    expect(movedPart(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c']);
    fc.assert(
      fc.property(choice, fc.nat(), fc.constantFrom(-1 as const, 1 as const), (parts, index, by) => {
        const part = parts[index % Math.max(1, parts.length)];
        if (part) expect(movedPart(parts, part, by).toSorted()).toEqual(parts.toSorted());
      }),
    );
  });
});

describe('what can be chosen', () => {
  const sink = readContent(kitchenSink).site;

  it('is every toolkit with its sections and pull-outs, and the library', () => {
    const [toolkit, library] = partGroups(sink);
    expect(toolkit).toMatchObject({
      title: 'Toolkit 5: The sample “toolkit”',
      whole: { name: 'sample', from: 'Toolkit 5', reviewed: '2026-01-02' },
    });
    expect(toolkit!.sections.map(({ name }) => name).slice(0, 2)).toEqual(['sample.in-short', 'sample.a-heading']);
    expect(toolkit!.pages.map(({ name, from }) => `${from}: ${name}`)).toContain('Checklist: checklists/steps');
    expect(library!.pages.map(({ name, address }) => [name, address])).toEqual([
      ['library/background', '/library/background/'],
    ]);
  });

  it('leaves out headings below the second level', () => {
    const sections = sectionsOf(sink, 'sample').map(({ id }) => id);
    expect(sections).toContain('a-heading');
    expect(sections).not.toContain('smaller');
  });

  it('keeps earlier names of headings and pages', () => {
    const { site: moved, problems } = readContent(
      sinkWith({
        'toolkits/sample.mdx': ['{/* #a-heading */}', '{/* #a-heading #once-called */}'],
        'redirects.yaml': 'checklists/old-steps:\n  to: /checklists/steps/\n',
      }),
    );
    expect(problems).toEqual([]);
    expect([...earlierNames(moved)]).toEqual([
      ['sample.once-called', 'sample.a-heading'],
      ['checklists/old-steps', 'checklists/steps'],
    ]);
  });

  it('holds all parts of the ready-made packets', () => {
    const offered = partsByName(partGroups(site));
    expect(Object.keys(site.packets)).toEqual(expect.arrayContaining(['new-member', 'first-meeting', 'mou-signing']));
    for (const packet of Object.values(site.packets)) expect(partsOfPacket(packet, offered)).not.toContain(undefined);
  });
});

describe('a fault in packets.yaml', () => {
  it.each<[string, [string, string], string, string]>([
    [
      'an unknown pull-out',
      ['checklists/steps', 'checklists/stepps'],
      'checklists/steps',
      'unknown checklist `stepps`. Did you mean `steps`?',
    ],
    [
      'an unknown toolkit',
      ['toolkits/sample#', 'toolkits/sampel#'],
      'toolkits/sample#',
      'unknown toolkit `sampel`. Did you mean `sample`?',
    ],
    [
      'an unknown section',
      ['#a-heading', '#a-headin'],
      '#a-heading',
      'the toolkit `sample` has no section `a-headin`. Did you mean `a-heading`?',
    ],
    [
      'a section of a lower level',
      ['#a-heading', '#smaller'],
      '#a-heading',
      'the toolkit `sample` has no section `smaller`. Known: `a-heading`, `in-short`',
    ],
    [
      'a section of a pull-out',
      ['checklists/steps', 'checklists/steps#ask'],
      'checklists/steps',
      '`checklists/steps#ask` is a section of a page that comes only whole. Write `checklists/steps`.',
    ],
    [
      'another kind',
      ['library/background', 'pages/about'],
      'library/background',
      '`pages/about` is no part of a packet. Write kind/id, or toolkits/id#section; kinds: toolkits,',
    ],
    [
      'a part twice',
      ['library/background', 'checklists/steps'],
      'library/background',
      'the part `checklists/steps` stands twice. Remove one of the two.',
    ],
  ])('is explained: %s', (_name, edit, place, expected) => {
    const faults = readContent(sinkWith({ 'packets.yaml': edit })).problems.map(formatProblem);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(`content/packets.yaml:${lineOf('packets.yaml', place)}: ${expected}`);
  });
});
