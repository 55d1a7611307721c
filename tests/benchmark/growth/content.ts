/** Content of a size that nobody has written yet: the real one, and renamed copies of it that refer to each other as the originals do. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from '../../../scripts/html.ts';

/** What is copied. The rest (sources, glossary, charts, pages, Example County) stays once. */
const texts = ['toolkits', 'slides', 'library'];
const pullOuts = ['checklists', 'duties', 'forms', 'handouts', 'rosters', 'templates', 'timelines'];
const copied = [...texts, ...pullOuts];

/** Makes the content of a copy of the project so many times as large, and lifts its limit of toolkits. */
export function grow(project: string, times: number): void {
  const content = join(project, 'content');
  const files = copied.flatMap((kind) => filesIn(join(content, kind)).map((file) => ({ kind, file })));
  const idsOf = (kind: string): string[] =>
    readdirSync(join(content, kind)).map((file) => file.replace(/\.(mdx|yaml)$/, ''));
  const refs = copied.flatMap((kind) => idsOf(kind).map((id) => `${kind}[/.]${id}`)).join('|');
  const named = new RegExp(`(?<![\\w-])(${refs})(?![\\w-])`, 'g');
  const bare = new RegExp(`(?<=^(?:toolkit|related): .*)(?<![\\w-])(${idsOf('toolkits').join('|')})(?![\\w-])`, 'gm');
  const toolkits = idsOf('toolkits').length;
  const sources = files.map((one) => ({ ...one, text: readFileSync(join(content, one.kind, one.file), 'utf8') }));
  for (let copy = 2; copy <= times; copy++)
    for (const { kind, file, text } of sources) {
      const renamed = text
        .replace(named, `$1-${copy}`)
        .replace(bare, `$1-${copy}`)

        .replace(/^number: (\d+)$/m, (_, number: string) => `number: ${Number(number) + toolkits * (copy - 1)}`);
      writeFileSync(join(content, kind, file.replace(/(\.\w+)$/, `-${copy}$1`)), renamed);
    }
  const schema = join(project, 'src', 'schemas', 'toolkit.ts');
  const limit = readFileSync(schema, 'utf8').replace(/(mostToolkits = )\d+/, `$1${toolkits * times}`);
  writeFileSync(schema, limit);
}
