import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/reader/read.ts';
import { formatProblem } from '../../src/prose/problem.ts';
import { kitchenSink, lineOf, sinkWith } from '../root.ts';

const faultsOf = (...edits: Parameters<typeof sinkWith>) => readContent(sinkWith(...edits)).problems.map(formatProblem);

describe('readContent', () => {
  it('reads every kind of content without a problem', () => {
    const { site, problems } = readContent(kitchenSink);
    expect(problems).toEqual([]);
    expect(site.toolkits['sample']).toMatchObject({
      id: 'sample',
      title: 'The sample “toolkit”',
      number: 5,
      pullOuts: [
        { ref: 'checklists', id: 'steps' },
        { ref: 'templates', id: 'letter' },
      ],
    });
    expect(site.pages['about/privacy']).toBeDefined();
    expect(site.glossary['mou']!.expansion).toBe('memorandum of understanding');
  });

  it('parses only the file that changed again', () => {
    const root = sinkWith({});
    const before = new Map(readContent(root).entries.map((entry) => [`${entry.collection}/${entry.id}`, entry]));
    const path = join(root, 'content', 'handouts', 'sheet.yaml');
    writeFileSync(path, `${readFileSync(path, 'utf8')}# A remark.\n`);
    const renewed = readContent(root).entries.filter(
      (entry) => before.get(`${entry.collection}/${entry.id}`) !== entry,
    );
    expect(renewed.map(({ file }) => file)).toEqual(['content/handouts/sheet.yaml']);
  });

  it('reports five different faults of five files together, each with file, line and fix', () => {
    const faults = faultsOf({
      'toolkits/sample.mdx': ['promise: It', 'promisse: It'],
      'library/background.mdx': ['It rests', '<Checklist id="stepss" />\n\nIt rests'],
      'checklists/steps.yaml': ['- id: rest', '- id: ask'],
      'handouts/sheet.yaml': ['source="slides"', 'source="slide"'],
      'rosters/table.yaml': ['columns:', 'columns: [\n'],
    });
    expect(faults).toEqual(
      expect.arrayContaining([
        `content/toolkits/sample.mdx:${lineOf('toolkits/sample.mdx', 'promise:')}: unknown key \`promisse\`. Did you mean \`promise\`?`,
        'content/library/background.mdx:10: unknown checklist `stepss`. Did you mean `steps`?',
        `content/checklists/steps.yaml:${lineOf('checklists/steps.yaml', '- id: rest')}: duplicate id \`ask\`. Ids are addresses: give each its own.`,
        `content/handouts/sheet.yaml:${lineOf('handouts/sheet.yaml', 'A sheet with words')}: unknown source \`slide\`. Did you mean \`slides\`?`,
      ]),
    );
    expect(
      faults.some((fault) =>
        /^content\/rosters\/table\.yaml:\d+: malformed YAML: .+\. Check the indentation/.test(fault),
      ),
    ).toBe(true);
  });

  it.each<[string, Record<string, [string, string] | string>, string | RegExp]>([
    [
      'a missing key',
      { 'rosters/table.yaml': ['title: Seats\n', ''] },
      'content/rosters/table.yaml:1: `title` is missing. Add it.',
    ],
    [
      'a wrong choice',
      { 'toolkits/sample.mdx': ['mark: knot', 'mark: nkot'] },
      /sample\.mdx:8: `mark` cannot be `nkot`\. Did you mean `knot`\?/,
    ],
    [
      'a wrong type',
      { 'checklists/steps.yaml': ['sheets: 1', 'sheets: one'] },
      /steps\.yaml:8: `sheets` is not a (int|number)/,
    ],
    [
      'a wrong date',
      { 'duties/chair.yaml': ['reviewed: 2026-01-02', 'reviewed: Jan 2'] },
      /chair\.yaml:3: `reviewed` cannot be `.+`\. A date is written YYYY-MM-DD\./,
    ],
    [
      'a nested unknown key',
      { 'templates/letter.yaml': ['optional: true', 'optionel: true'] },
      /letter\.yaml:20: unknown key `optionel`\. Did you mean `optional`\?/,
    ],
    [
      'an item without a source',
      { 'checklists/steps.yaml': ['        suggestion: true\n', ''] },
      /steps\.yaml:21: no source is cited here\. Add <Cite/,
    ],
    [
      'a link to nowhere',
      { 'library/background.mdx': ['/toolkits/sample/#', '/toolkits/sampel/#'] },
      /background\.mdx:10: the link `\/toolkits\/sampel\/#a-heading` leads nowhere\. Did you mean `\/toolkits\/sample\/`\?/,
    ],
    [
      'a lost fragment',
      { 'library/background.mdx': ['#a-heading', '#a-headin'] },
      /background\.mdx:10: `\/toolkits\/sample\/` has no place `#a-headin`\. Did you mean `a-heading`\?/,
    ],
    [
      'a relative link',
      { 'library/background.mdx': ['/toolkits/sample/#a-heading', '../sample/'] },
      /the link `\.\.\/sample\/` is relative/,
    ],
    [
      'an unknown term',
      { 'toolkits/sample.mdx': ['Term id="mou"', 'Term id="mouu"'] },
      /sample\.mdx:13: unknown term `mouu`\. Did you mean `mou`\?/,
    ],
    ['an unknown role', { 'handouts/sheet.yaml': ['[tester]', '[testre]'] }, /sheet\.yaml:7: unknown role `testre`/],
    [
      'an unknown blank',
      { 'templates/letter.yaml': ['<Blank id="first" /> and', '<Blank id="firts" /> and'] },
      /letter\.yaml:15: unknown blank `firts`/,
    ],
    [
      'an unused blank',
      { 'templates/letter.yaml': ['  first: {', '  spare: { label: Spare }\n  first: {'] },
      /letter\.yaml:30: the blank `spare` is never used/,
    ],
    [
      'a blank outside a template',
      { 'library/background.mdx': ['It rests', '<Blank id="x" /> rests'] },
      /<Blank> stands outside a template/,
    ],
    [
      'a missing drawing',
      { 'toolkits/sample.mdx': ['drawing="dot"', 'drawing="dott"'] },
      /there is no drawing content\/figures\/dott\.svg/,
    ],
    [
      'a repeated heading id',
      { 'toolkits/sample.mdx': ['#smaller', '#a-heading'] },
      /sample\.mdx:52: duplicate id `a-heading`/,
    ],
    [
      'an id of the page shell',
      { 'toolkits/sample.mdx': ['#smaller', '#sources'] },
      /sample\.mdx:52: duplicate id `sources`/,
    ],
    [
      'a repeated glossary key',
      { 'glossary.yaml': ['  definition:', '  term: Again\n  definition:'] },
      /glossary\.yaml:\d+: malformed YAML: Map keys must be unique/,
    ],
    ['a file nobody reads', { 'notes.yaml': 'a: 1\n' }, /^content\/notes\.yaml: no collection reads this file/],
    [
      'a wrong extension',
      { 'checklists/other.yml': 'a: 1\n' },
      /^content\/checklists\/other\.yml: `checklists` is read from content\/checklists\/<id>\.yaml/,
    ],
    ['no frontmatter', { 'pages/help.mdx': 'Only words.\n' }, /help\.mdx:1: the file does not start with frontmatter/],
    [
      'an unused source',
      {
        'sources.yaml': [
          'law:\n',
          'spare:\n  { title: S, publisher: P, date: undated, kind: law, checked: document, checkedOn: 2026-01-02, about: None. }\nlaw:\n',
        ],
      },
      /sources\.yaml:9: the source `spare` is cited nowhere/,
    ],
    [
      'a redirect to nowhere',
      { 'redirects.yaml': 'old:\n  to: /toolkits/sampel/\n' },
      /redirects\.yaml:2: the link `\/toolkits\/sampel\/` leads nowhere/,
    ],
    [
      'a slide about a missing heading',
      { 'slides/sample.yaml': ['section: a-heading', 'section: a-headin'] },
      /sample\.yaml:9: the toolkit has no heading `a-headin`\. Did you mean `a-heading`/,
    ],
    [
      'a slide that shows nothing',
      {
        'slides/sample.yaml': ['    statement: The law says so.<Cite source="law" at="(2)" />', '    suggestion: true'],
      },
      /sample\.yaml:17: the slide shows nothing/,
    ],
    [
      'an offer from nowhere',
      { 'templates/letter.yaml': ['task-force.name', 'task-force.nam'] },
      /letter\.yaml:\d+: unknown field of My task force `nam`\. Did you mean `name`\?/,
    ],
    [
      'an offer from a missing row',
      { 'templates/letter.yaml': ['task-force.name', 'forms.log.row.column'] },
      /letter\.yaml:\d+: unknown row `row`/,
    ],
    [
      'a link in a later paragraph of a folded text',
      {
        'forms/log.yaml': [
          'intro: One row a meeting.',
          'intro: >-\n  First words\n  go on.\n\n\n  Then a\n  [link](/nowhere/).',
        ],
      },
      /log\.yaml:13: the link `\/nowhere\/` leads nowhere/,
    ],
    [
      'a tag in a list of a folded text',
      { 'forms/log.yaml': ['intro: One row a meeting.', 'intro: >\n  Words:\n\n\n    - one\n    - two <Tag />\n'] },
      /log\.yaml:13: unknown component <Tag>/,
    ],
    [
      'a link behind a list of a folded text',
      {
        'forms/log.yaml': [
          'intro: One row a meeting.',
          'intro: >\n  Words:\n\n    - one\n    - two\n  and [three](/nowhere/).\n',
        ],
      },
      /log\.yaml:13: the link `\/nowhere\/` leads nowhere/,
    ],
    [
      'a link on the first line of a quoted text',
      { 'forms/log.yaml': ['intro: One row a meeting.', 'intro: "A [link](/nowhere/)\n  and more."'] },
      /log\.yaml:8: the link `\/nowhere\/` leads nowhere/,
    ],
    [
      'a link in a quoted text of several lines',
      {
        'forms/log.yaml': [
          'intro: One row a meeting.',
          'intro: "First words\n  go on,\n      and on.\n\n\n  A [link](/nowhere/)."',
        ],
      },
      /log\.yaml:13: the link `\/nowhere\/` leads nowhere/,
    ],
    [
      'a link in a text whose lines are kept',
      { 'forms/log.yaml': ['intro: One row a meeting.', 'intro: |\n  First words\n\n  A [link](/nowhere/).'] },
      /log\.yaml:11: the link `\/nowhere\/` leads nowhere/,
    ],
    [
      'a drawing in a text of a form',
      {
        'forms/log.yaml': ['intro: One row a meeting.', 'intro: |\n  Words.\n\n  <Figure drawing="dot" alt="A dot" />'],
      },
      /log\.yaml:11: pull-outs and drawings show only in the text of a page\. Move the tag to an \.mdx file\./,
    ],
    [
      'an id of a heading that is one of a shown checklist',
      { 'toolkits/sample.mdx': ['#smaller', '#smaller #steps-ask'] },
      /sample\.mdx:54: duplicate id `steps-ask`/,
    ],
    [
      'an earlier id of a heading that is one of a chart',
      { 'toolkits/sample.mdx': ['#smaller', '#smaller #counts'] },
      /sample\.mdx:68: duplicate id `counts`/,
    ],
    [
      'a chart that is drawn twice on a page',
      { 'toolkits/sample.mdx': ['<Chart id="spans" />', '<Chart id="spans" />\n\n<Chart id="counts" />'] },
      /sample\.mdx:72: duplicate id `counts`/,
    ],
    [
      'a wrong pull-out',
      { 'toolkits/sample.mdx': ['[checklists/steps,', '[checklist/steps,'] },
      /sample\.mdx:14: `checklist\/steps` is no pull-out\. Write kind\/id/,
    ],
  ])('explains %s', (_name, edits, expected) => {
    const faults = faultsOf(edits);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(expected);
  });

  it('explains a toolkit number given twice', () => {
    const [fault] = faultsOf({
      'toolkits/second.mdx':
        '---\ntitle: Second\npromise: P.\nreviewed: 2026-01-02\nchanges:\n  - { date: 2026-01-02, what: First. ' +
        '}\nnumber: 5\nmark: seed\naudience: [tester]\ninShort: [a, b, c]\npullOuts: [checklists/steps]\nrelated: ' +
        '[sample]\n---\n\nWords.\n',
    });
    expect(fault).toMatch(/second\.mdx:7: toolkit number 5 is taken by content\/toolkits\/sample\.mdx/);
  });
});
