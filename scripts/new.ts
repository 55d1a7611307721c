/** `npm run new checklist my-list`: writes a content file that is whole from its first day, to be filled in. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { readContent } from '../src/reader/read.ts';
import type { Site } from '../src/schemas/index.ts';
import { isKind, kindOf, pullOutKinds, type PullOutKind } from '../src/schemas/kinds.ts';
import { slug } from '../src/schemas/text.ts';
import { schemaFile } from './editor-schemas.ts';
import { root } from './project.ts';
import { starts } from './new/starts.ts';

export type NewName = PullOutKind | 'library';
/** What a new file says of itself. */
export interface Answers {
  title: string;
  toolkit: string;
  audience: string;
  today: string;
}

/** The kind that somebody means by `checklist`, `checklists`, `duty-list` or `library`. */
export function kindNamed(word: string): NewName | undefined {
  if (word === 'library' || isKind(word)) return word;
  return pullOutKinds.find((kind) => {
    const { one, file } = kindOf(kind);
    return [one.toLowerCase().replaceAll(' ', '-'), file].includes(word.toLowerCase());
  });
}

/** The answers that stand when nobody gives others. */
export function defaults(site: Site, id: string, today: string): Answers {
  const words = id.replaceAll('-', ' ');
  const [toolkit] = Object.values(site.toolkits).sort((a, b) => a.number - b.number);
  return {
    title: words.charAt(0).toUpperCase() + words.slice(1),
    toolkit: toolkit!.id,
    audience: Object.keys(site.roles)[0]!,
    today,
  };
}

const fileOf = (kind: NewName, id: string) => `content/${kind}/${id}.${kind === 'library' ? 'mdx' : 'yaml'}`;

/** A new file by its path from the root. */
export function newFile(kind: NewName, id: string, { title, toolkit, audience, today }: Answers) {
  const file = fileOf(kind, id);
  const published = `title: ${JSON.stringify(title)}
promise: Say in one sentence what the reader can do with it.
reviewed: ${today}
changes:
  - { date: ${today}, what: First published. }
`;
  if (kind === 'library')
    return {
      file,
      text: `---\n${published}---\n\n## First heading {/* #first-heading */}\n\n<Suggestion>Write the text.</Suggestion>\n`,
    };
  return {
    file,
    text: `# yaml-language-server: $schema=${relative(dirname(file), schemaFile(kind)).replaceAll('\\', '/')}
${published}toolkit: ${toolkit}
audience: [${audience}]
intro: Say in a sentence or two how to use it.
${starts[kind]}`,
  };
}

/** Asks what a terminal can be asked; Enter takes the answer in brackets. */
async function ask(site: Site, kind: NewName, answers: Answers): Promise<Answers> {
  if (!process.stdin.isTTY) return answers;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const question = async (words: string, given: string, known?: string[]): Promise<string> => {
    const answer = (await terminal.question(`${words} [${given}] `)).trim() || given;
    if (!known || known.includes(answer)) return answer;
    console.log(`Known: ${known.join(', ')}.`);
    return question(words, given, known);
  };
  const title = await question('Title?', answers.title);
  const toolkit = kind === 'library' ? '' : await question('Toolkit?', answers.toolkit, Object.keys(site.toolkits));
  const audience = kind === 'library' ? '' : await question('For whom?', answers.audience, Object.keys(site.roles));
  terminal.close();
  return { ...answers, title, toolkit, audience };
}

async function main([word = '', id = '']: string[]): Promise<string | undefined> {
  const kind = kindNamed(word);
  const words = pullOutKinds.map((name) => kindOf(name).one.toLowerCase().replaceAll(' ', '-'));
  if (!kind)
    return `\`${word}\` is no kind of content. Write: npm run new <kind> <id>. Kinds: ${words.join(', ')}, library.`;
  if (!slug.safeParse(id).success)
    return `\`${id}\` is no id. Write lower-case words joined by hyphens: \`first-meeting\`.`;
  const path = fileOf(kind, id);
  if (existsSync(join(root, path))) return `${path} is there already. Choose another id.`;
  const { site, problems } = readContent(root);
  if (problems.length > 0) return 'The content has problems. Run `npm run check:content` and mend them first.';
  const today = new Date().toISOString().slice(0, 10);
  const { file, text } = newFile(kind, id, await ask(site, kind, defaults(site, id, today)));
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
  console.log(`Wrote ${file}. \`npm run dev\` shows it at /${kind}/${id}/.`);
  if (kind !== 'library')
    console.log(
      `Name its toolkit in the file, under \`toolkit\`; to offer it there, add \`${kind}/${id}\` under that toolkit's \`pullOuts\`.`,
    );
  return undefined;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const fault = await main(process.argv.slice(2));
  if (fault) {
    console.error(fault);
    process.exitCode = 1;
  }
}
