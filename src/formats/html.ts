/** One-file web pages: each toolkit with its pull-outs in a file that needs nothing else, for e-mail and USB sticks. */
import { strFromU8, strToU8 } from 'fflate';
import type { Document } from '../documents/document.ts';
import { exampleJobs } from '../documents/example-documents.ts';
import { toolkitDocument } from '../documents/site-documents.ts';
import { toolkitsInOrder } from '../site/page.ts';
import { collections } from '../schemas/index.ts';
import { pageOf } from './html/page.ts';
import type { Format, Job, Tools } from './writer.ts';

export const html: Format<Document> = {
  extension: 'html',
  name: 'One-file web page',
  use: 'To send by e-mail or carry on a stick: one file, opens in any browser without a network. Its boxes can be ticked.',
  mediaType: 'text/html',
  jobs(publication) {
    const job = (input: Document, address: string): Job<Document> => ({
      file: `${input.name}.html`,
      title: input.title,
      address,
      ...(input.toolkit ? { toolkit: input.toolkit } : {}),
      input,
    });
    return [
      ...toolkitsInOrder(publication.site).map(({ id }) =>
        job(toolkitDocument(publication, id), collections.toolkits.address(id)),
      ),
      ...exampleJobs(publication, job).slice(0, 1),
    ];
  },
  async write(document, tools) {
    const style = styleSheet(tools);
    return strToU8(pageOf(document, { style, policy: await policyFor(style) }));
  },
};

/** The site's colors and face, then the looks of these pages, without comments. */
function styleSheet({ read }: Tools): string {
  const face = `data:font/woff2;base64,${base64(read('./../styles/fonts/literata-600.woff2'))}`;
  const sheets = ['./../styles/tokens.css', './html/screen.css', './html/print.css'].map((file) =>
    strFromU8(read(file)).replaceAll('\r\n', '\n'),
  );
  return sheets
    .join('')
    .replace('./fonts/literata-600.woff2', face)
    .replace(/\/\*[\s\S]*?\*\/\n?/g, '');
}

/** Only this style sheet and what is written into the page; no script, no request. */
async function policyFor(style: string): Promise<string> {
  const hash = base64(new Uint8Array(await crypto.subtle.digest('SHA-256', strToU8(style))));
  return [
    `default-src 'none'`,
    `style-src 'sha256-${hash}'`,
    'img-src data:',
    'font-src data:',
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
}

const base64 = (bytes: Uint8Array): string => btoa(strFromU8(bytes, true));
