/** The sidebar, from the files: toolkits by number, then the pull-outs page, the library and the pages about the site. */
import type { StarlightUserConfig } from '@astrojs/starlight/types';
import { collections, type Site } from '../schemas/index.ts';
import { toolkitCount, toolkitsInOrder } from '../site/page.ts';

type Items = NonNullable<StarlightUserConfig['sidebar']>;

/** @returns groups of links in Starlight's form */
export function sidebar(site: Site): Items {
  const ordered = (collection: 'library' | 'pages') =>
    Object.values(site[collection])
      .filter((page) => page.order !== undefined)
      .sort((a, b) => a.order! - b.order!)
      .map((page) => ({ label: page.title, link: collections[collection].address(page.id) }));
  return [
    {
      label: `The ${toolkitCount(site)} toolkits`,
      items: toolkitsInOrder(site).map(({ id, title, number }) => ({
        label: title,
        link: collections.toolkits.address(id),
        badge: String(number),
      })),
    },
    {
      label: 'Use',
      items: [
        { label: 'All pull-outs', link: '/pull-outs/' },
        { label: 'My task force', link: '/my-task-force/' },
        { label: 'A county, filled in', link: '/example-county/' },
        { label: 'Build a packet', link: '/packet/' },
        { label: 'Downloads', link: '/downloads/' },
        { label: 'Glossary', link: '/glossary/' },
        { label: 'Get help now', link: '/help/' },
      ],
    },
    { label: 'Library', items: [...ordered('library'), { label: 'Sources', link: '/sources/' }] },
    { label: 'About', items: ordered('pages') },
  ];
}
