/** The page of one kind of agency: what the site says to it, gathered from the links of its path. Pure. */
import type { Inline } from '../prose/tree.ts';
import type { Entry, Site } from '../schemas/index.ts';
import { numberCites, type Note } from './citations.ts';

/** The template in which an agency writes what it promises. */
const worksheetId = 'agency-role-worksheet';

export const agencyAddress = (id: string): string => `/agencies/${id}/`;

/** A clause of a template with the number that it carries there. */
export interface OwnClause {
  template: Entry<'templates'>;
  clause: Entry<'templates'>['articles'][number]['clauses'][number];
  number: string;
}
export interface AgencyPage {
  agency: Entry<'agencies'>;
  clause: OwnClause | undefined;
  /** Its section of a handout: steps to fill in. */
  steps: { handout: Entry<'handouts'>; section: Entry<'handouts'>['sections'][number] } | undefined;
  worksheet: Entry<'templates'> | undefined;
  notes: Note[];
  /** The headings of the page, in order. */
  sections: { anchor: string; text: string }[];
}

/** Composes the page of one kind of agency; what its path does not lead to is left out. */
export function composeAgencyPage(site: Site, id: string): AgencyPage {
  const agency = site.agencies[id]!;
  const targets = agency.path.flatMap(hrefsIn).map((href) => /^\/(\w[\w-]*)\/([\w-]+)\/#([\w-]+)$/.exec(href) ?? []);
  const found = <Found>(kind: string, find: (id: string, anchor: string) => Found | undefined): Found | undefined =>
    targets.flatMap(([, collection, entry, anchor]) => (collection === kind ? (find(entry!, anchor!) ?? []) : []))[0];
  const clause = found('templates', (entry, anchor) => clauseOf(site.templates[entry], anchor));
  const steps = found('handouts', (entry, anchor) => {
    const handout = site.handouts[entry];
    const section = handout?.sections.find((one) => one.id === anchor);
    return handout && section && { handout, section };
  });
  const worksheet = site.templates[worksheetId];
  // Only what the page shows is numbered.
  const shown = {
    agency: { ...agency, path: [] },
    clause: clause?.clause,
    section: steps?.section,
    articles: worksheet?.articles.map((article) => ({
      ...article,
      guidance: undefined,
      clauses: article.clauses.map((one) => ({ ...one, guidance: undefined })),
    })),
  };
  const { value, notes } = numberCites(site, shown);
  const sections = [
    { anchor: 'row', text: 'Your row in the grid' },
    ...(clause ? [{ anchor: 'clause', text: 'Your clause in the memorandum' }] : []),
    ...(steps ? [{ anchor: 'steps', text: 'Your steps' }] : []),
    ...(worksheet ? [{ anchor: 'worksheet', text: 'Your worksheet' }] : []),
    { anchor: 'reading', text: 'Read on' },
  ];
  return {
    agency: { ...value.agency, path: agency.path },
    clause: clause && { ...clause, clause: value.clause! },
    steps: steps && { ...steps, section: value.section! },
    worksheet: worksheet && { ...worksheet, articles: value.articles! },
    notes,
    sections,
  };
}

function clauseOf(template: Entry<'templates'> | undefined, anchor: string): OwnClause | undefined {
  const numbered = template?.articles.filter(({ annex }) => !annex) ?? [];
  return numbered.flatMap(({ clauses }, index) =>
    clauses.flatMap((clause, place) =>
      clause.id === anchor ? [{ template: template!, clause, number: `${index + 1}.${place + 1}` }] : [],
    ),
  )[0];
}

function hrefsIn(nodes: readonly Inline[]): string[] {
  return nodes.flatMap((node) => [
    ...(node.kind === 'link' ? [node.href] : []),
    ...('children' in node ? hrefsIn(node.children) : []),
  ]);
}
