/** Microsoft's own reading of Office files: the Open XML SDK, which knows the schemas of Word, Excel and PowerPoint. */
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { docx } from '../../src/formats/docx.ts';
import { pptx } from '../../src/formats/pptx.ts';
import type { Format } from '../../src/formats/writer.ts';
import { xlsx } from '../../src/formats/xlsx.ts';
import { officeSchemas } from '../programs.ts';
import { newFolder } from '../scratch.ts';
import { publicationOf, tools } from './publication.ts';

/** A file that is still to be written. */
export type Written = readonly [file: string, write: () => Promise<Uint8Array>];

/** Every Office file of a root. */
export function officeFiles(root: string): Written[] {
  const publication = publicationOf(root);
  return ([docx, xlsx, pptx] as Format<unknown>[]).flatMap((format) =>
    format.jobs(publication).map(({ file, input }): Written => [file, () => format.write(input, tools)]),
  );
}

/** What the schemas forbid in some files, each with the place where it stands. */
export async function faultsIn(files: readonly Written[]): Promise<string[]> {
  const folder = newFolder('schema');
  const queue = [...files];
  const faults: string[] = [];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [file, write] = next;
      writeFileSync(join(folder, file), await write());
      const errors = await complaintsAbout(join(folder, file));
      faults.push(...errors.map(({ path, xPath, description }) => `${file}: ${path} ${xPath}: ${description}`));
    }
  };
  await Promise.all([work(), work()]);
  return faults;
}

interface Complaint {
  path: string;
  xPath: string;
  description: string;
}

/** The program ends with 0 and an answer in JSON, whatever it finds. */
function complaintsAbout(file: string): Promise<Complaint[]> {
  return new Promise((resolve, reject) =>
    execFile(officeSchemas!, [file], { maxBuffer: 2 ** 28 }, (error, answer) =>
      error ? reject(error) : resolve((JSON.parse(answer) as { errors: Complaint[] }).errors),
    ),
  );
}
