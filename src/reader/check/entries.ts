/** What a collection asks of its entries beyond what its schema knows. */
import { didYouMean } from '../../prose/problem.ts';
import { collections, type CollectionName, type Entry } from '../../schemas/index.ts';
import { numbersOf } from '../../site/help-numbers.ts';
import { sectionsOf } from '../../site/packet-parts.ts';
import { partName, type Part } from '../../tools/packet.ts';
import { taskForceFields } from '../../tools/task-force.ts';
import { objectsIn, type Check, type Fault, type Known } from './entry.ts';
import { checkExample } from './examples.ts';
import { linkFault } from './links.ts';

/** The checks of single collections. */
export const checksOf: Partial<Record<CollectionName, Check>> = {
  'example-county': checkExample,
  slides({ id, value }, { site, book, unread }, add) {
    // A toolkit that could not be read has no headings yet.
    const anchors = unread.has(`toolkits/${id}`) ? undefined : book.get(collections.toolkits.address(id));
    if (!anchors && ![...unread].some((name) => name.startsWith('toolkits/')))
      add([], undefined, `there is no toolkit \`${id}\``, didYouMean(id, Object.keys(site.toolkits)));
    (value as Entry<'slides'>).slides.forEach(({ section }, index) => {
      if (anchors && section && !anchors.has(section))
        add(
          ['slides', index, 'section'],
          undefined,
          `the toolkit has no heading \`${section}\``,
          didYouMean(section, [...anchors]),
        );
    });
  },
  packets({ value }, known, add) {
    for (const [index, ...fault] of packetFaults(known, (value as { parts: Part[] }).parts))
      add(['parts', index], undefined, ...fault);
  },
  redirects({ value }, known, add) {
    const fault = linkFault((value as Entry<'redirects'>).to, known);
    if (fault) add(['to'], undefined, ...fault);
  },
  crisis({ value }, { site }, add) {
    const { section } = value as Entry<'crisis'>;
    if (!section || !site.pages['help']) return;
    const numbers = numbersOf(site.pages['help'].body);
    if (!numbers.has(section))
      add(
        ['section'],
        undefined,
        `the help page has no section \`${section}\``,
        didYouMean(section, [...numbers.keys()]),
      );
    else if (numbers.get(section)!.length === 0)
      add(
        ['section'],
        undefined,
        `the section \`${section}\` of the help page has no number to call`,
        'Write one as a link: [911](tel:911).',
      );
  },
  everyday({ value }, known, add) {
    (value as Entry<'everyday'>).leads.forEach((lead, index) => {
      const fault = linkFault(`/${lead.replace(/(#.*)?$/, '/$1')}`, known);
      if (fault) add(['leads', index], undefined, ...fault);
    });
  },
  templates({ value }, known, add) {
    for (const [path, ...fault] of setFaults(value as Entry<'templates'>)) add(path, undefined, ...fault);
    const used = new Set(
      [...objectsIn(value)].flatMap(({ node }) => (node['kind'] === 'blank' ? [String(node['id'])] : [])),
    );
    for (const [id, { from }] of Object.entries((value as Entry<'templates'>).blanks)) {
      const fault = offerFault(known, from);
      if (fault) add(['blanks', id, 'from'], undefined, ...fault);
      if (!used.has(id))
        add(
          ['blanks', id],
          undefined,
          `the blank \`${id}\` is never used`,
          `Write <Blank id="${id}" /> in a clause, or remove it.`,
        );
    }
  },
};

/** What is wrong with the sets of a template, and with the order of its annexes, each with its place. */
function setFaults({ sets, articles }: Entry<'templates'>): [PropertyKey[], ...Fault][] {
  const named = articles.flatMap((article, at): [PropertyKey[], string | undefined][] => [
    [['articles', at, 'set'], article.set],
    ...article.clauses.flatMap((clause, place): [PropertyKey[], string | undefined][] => [
      [['articles', at, 'clauses', place, 'set'], clause.set],
      [['articles', at, 'clauses', place, 'pointsSet'], clause.pointsSet],
    ]),
  ]);
  const known = Object.keys(sets);
  const firstAnnex = articles.findIndex(({ annex }) => annex);
  return [
    ...named.flatMap(([path, set]): [PropertyKey[], ...Fault][] =>
      set === undefined || known.includes(set) ? [] : [[path, `unknown set \`${set}\``, didYouMean(set, known)]],
    ),
    ...known.flatMap((set): [PropertyKey[], ...Fault][] =>
      named.some(([, name]) => name === set)
        ? []
        : [
            [
              ['sets', set],
              `nothing belongs to the set \`${set}\``,
              `Write \`set: ${set}\` at a clause, or remove it.`,
            ],
          ],
    ),
    ...articles.flatMap(({ id, annex }, at): [PropertyKey[], ...Fault][] =>
      firstAnnex >= 0 && at > firstAnnex && !annex
        ? [[['articles', at], `the article \`${id}\` stands behind an annex`, 'Move it up: annexes come last.']]
        : [],
    ),
  ];
}

/** What is wrong with the place that a blank's offer comes from. */
function offerFault({ site, unread }: Known, from: string | undefined): Fault | undefined {
  if (!from) return undefined;
  const [start, form = '', row = '', column = ''] = from.split('.');
  const unknown = (what: string, name: string, names: string[]): Fault | undefined =>
    names.includes(name) ? undefined : [`unknown ${what} \`${name}\``, didYouMean(name, names)];
  if (start === 'task-force')
    return unknown(
      'field of My task force',
      form,
      taskForceFields.map(({ name }) => name),
    );
  const entry = site.forms[form];
  if (unread.has(`forms/${form}`)) return undefined;
  if (!entry) return unknown('form', form, Object.keys(site.forms));
  return (
    unknown(
      'row',
      row,
      entry.given.map(({ id }) => id),
    ) ??
    unknown(
      'column',
      column,
      entry.columns.map(({ id }) => id),
    )
  );
}

/** What is wrong with the parts of a packet, each with its place. That each page exists is checked as for every reference. */
function packetFaults({ site, unread }: Known, parts: readonly Part[]): [number, ...Fault][] {
  const names = parts.map(partName);
  return parts.flatMap(({ id, section }, index): [number, ...Fault][] => {
    if (names.indexOf(names[index]!) < index)
      return [[index, `the part \`${names[index]}\` stands twice`, 'Remove one of the two.']];
    if (!section || !(id in site.toolkits) || unread.has(`toolkits/${id}`)) return [];
    const known = sectionsOf(site, id).map((each) => each.id);
    return known.includes(section)
      ? []
      : [[index, `the toolkit \`${id}\` has no section \`${section}\``, didYouMean(section, known)]];
  });
}
