/** Example County as the tools save it: “Open a file” on any tool page takes in every sheet at once. */
import { strToU8 } from 'fflate';
import { exampleJobs } from '../documents/example-documents.ts';
import { exampleSheets } from '../site/example-county.ts';
import type { Sheet } from '../tools/sheet.ts';
import type { Format } from './writer.ts';

/** What the file says of itself; `src/client/store/file.ts` reads it. */
const about = { format: 'csec-task-force-toolkits', version: 1 } as const;

export const json: Format<Readonly<Record<string, Sheet>>> = {
  extension: 'json',
  name: 'File for the tools',
  use: 'To open in the tools: “Open a file” on any tool page takes in all sheets of Example County, an invented place.',
  mediaType: 'application/json',
  jobs: (publication) =>
    exampleJobs(publication, ({ name, title }, address) => ({
      file: `${name}.json`,
      title,
      address,
      input: exampleSheets(publication.site),
    })).slice(0, 1),
  write: (sheets) => Promise.resolve(strToU8(`${JSON.stringify({ ...about, sheets }, null, 1)}\n`)),
};
