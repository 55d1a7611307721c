/** Every published address of the site with the fragments it may carry. */
import { collections, type Site } from '../schemas/index.ts';
import { exampleAddress, examplesOf } from './example-county.ts';
import { agencyAddress, composeAgencyPage } from './agency-page.ts';
import { memberList, taskForceGroups } from '../tools/task-force.ts';
import { allPullOuts, anchorsOf } from './pull-outs.ts';
import { composeProsePage } from './page.ts';

/** The sections that the page shell adds around a text. */
export const shellAnchors = {
  toolkits: ['in-short', 'pull-out-and-use', 'related', 'sources', 'changes'],
  other: ['sources', 'changes'],
};

/** Address → its anchors. Addresses start and end with a slash; fragments have no #. */
export function addressBook(site: Site): Map<string, Set<string>> {
  const book = new Map<string, Set<string>>();
  for (const collection of ['toolkits', 'library', 'pages'] as const) {
    for (const id of Object.keys(site[collection])) {
      const { address, anchors } = composeProsePage(site, collection, id);
      book.set(
        address,
        new Set([...anchors, ...(collection === 'toolkits' ? shellAnchors.toolkits : shellAnchors.other)]),
      );
    }
  }
  for (const pullOut of allPullOuts(site)) {
    book.set(
      collections[pullOut.kind].address(pullOut.entry.id),
      new Set([...anchorsOf(pullOut), ...shellAnchors.other]),
    );
  }
  for (const id of Object.keys(site.agencies)) {
    const { sections } = composeAgencyPage(site, id);
    book.set(agencyAddress(id), new Set([...sections.map(({ anchor }) => anchor), ...shellAnchors.other]));
  }
  for (const id of Object.keys(site.sources)) book.set(collections.sources.address(id), new Set());
  book.set('/glossary/', new Set([...Object.keys(site.glossary), ...shellAnchors.other]));
  book.set('/sources/', new Set(['documents', 'law', 'official', 'secondary']));
  book.set('/downloads/', new Set(['whole-set', 'offline-copy', ...Object.keys(site.toolkits), 'formats']));
  book.set('/my-task-force/', new Set([...taskForceGroups.map(({ id }) => id), memberList]));
  book.set('/packet/', new Set(Object.keys(site.packets)));
  book.set('/pull-outs/', new Set(Object.keys(site.toolkits)));
  for (const example of examplesOf(site)) book.set(exampleAddress(example), new Set());
  book.set('/example-county/', new Set(examplesOf(site).length > 0 ? ['sheets'] : []));
  for (const { number } of Object.values(site.toolkits)) book.set(`/${number}/`, new Set());
  const home = book.get('/') ?? new Set<string>();
  for (const id of Object.keys(site.roles)) home.add(`role-${id}`);
  return book.set('/', home);
}
