/** A small index of four pages. */
import type { IndexData } from '../../../src/client/search/index-data.ts';
import { packEveryday, packWords } from '../../../scripts/search/small-index.ts';
import { weighWords } from '../../../scripts/search/weigh.ts';

const pages: [url: string, title: string, sections: [id: string, heading: string, text: string][]][] = [
  [
    '/toolkits/chair/',
    'Task force chair',
    [
      ['', '', 'What a chair does.'],
      ['judges', 'Judges as chairs', 'A judge can ask first.'],
    ],
  ],
  [
    '/handouts/response-flow/',
    'Response flow',
    [
      ['', '', 'Steps.'],
      ['law-enforcement', 'Law enforcement', 'Police and sheriff.'],
    ],
  ],
  [
    '/glossary/',
    'Glossary',
    [
      ['', '', ''],
      ['exploiter', 'Exploiter', 'A trafficker.'],
      ['ovca', 'OCVA: Office', 'Advocacy.'],
    ],
  ],
];

export function smallIndexOf(): IndexData {
  const sections = pages.flatMap(([, , own], page) =>
    own.map(([id, heading]): IndexData['sections'][number] => [page, id, heading]),
  );
  const weighed = weighWords(
    pages.flatMap(([, title, own]) =>
      own.map(([id, heading, text]) => ({ fields: [{ text: id ? heading : title, weight: id ? 6 : 7 }], text })),
    ),
  );
  return {
    pages: pages.map(([url, title]) => ({
      url,
      title,
      type: '',
      promise: '',
      text: url,
      size: 1,
      ...(url === '/glossary/' ? { apart: true } : {}),
    })),
    sections,
    ...packWords(weighed),
    names: [[6, 'OVCA']],
    everyday: packEveryday([
      { site: ['law enforcement'], readers: ['cop', 'policia'] },
      { site: ['exploiter'], harmful: ['pimp'], instead: 'trafficker' },
    ]),
    crisis: [
      {
        title: 'Suicide',
        url: '/help/#suicide',
        call: ['988', '911'].map((name) => ({ name, href: `tel:${name}` })),
        phrases: ['suicide|suicidal'],
        alone: [],
      },
    ],
    formats: [],
  };
}
