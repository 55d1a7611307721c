/** Sheets of Example County: every name is one of the pull-out, every cell holds what its column takes. */
import { didYouMean } from '../../prose/problem.ts';
import { kindOf, pullOutKinds } from '../../schemas/kinds.ts';
import { voiceAnswers } from '../../schemas/names.ts';
import { pullOutOf, taskForceExample, type Example } from '../../site/example-county.ts';
import type { PullOut } from '../../site/pull-outs.ts';
import { isDay } from '../../tools/days.ts';
import { amountOf, optionsOf, type Column } from '../../tools/forms.ts';
import { taskForceFields } from '../../tools/task-force.ts';
import type { Add, Check } from './entry.ts';

type Of<Kind extends PullOut['kind']> = Extract<PullOut, { kind: Kind }>['entry'];
type Cells = Readonly<Record<string, string>>;

/** The parts of a sheet that each kind has. */
const partsOf: Record<string, readonly (keyof Example)[]> = {
  templates: ['blanks', 'off', 'copies', 'signers'],
  forms: ['fields', 'given', 'rows'],
  timelines: ['start', 'moves', 'steps', 'added'],
  checklists: ['steps', 'added'],
  duties: ['steps', 'added'],
  rosters: ['seats', 'rows', 'governments', 'voices'],
  [taskForceExample]: ['fields', 'members'],
};

export const checkExample: Check = ({ id, value }, { site, unread }, add) => {
  const example = value as Example;
  if (unread.has(id) || unread.has(`${id.split('/')[0]!}/*`)) return;
  const kind = id.split('/')[0]!;
  const pullOut = pullOutOf(site, example);
  if (!pullOut && id !== taskForceExample) {
    const known = pullOutKinds
      .filter((name) => kindOf(name).tool)
      .flatMap((name) => Object.keys(site[name]).map((other) => `${name}/${other}`));
    return add([], undefined, `no pull-out is called \`${id}\``, didYouMean(id, known));
  }
  const parts = partsOf[kind] ?? [];
  for (const part of Object.keys(example) as (keyof Example)[])
    if (!['id', 'note', ...parts].includes(part))
      add([part], undefined, `${kind} have no \`${part}\``, `Write ${parts.map((name) => `\`${name}\``).join(', ')}.`);
  if (!pullOut)
    return names(
      example.fields,
      ['fields'],
      taskForceFields.map(({ name }) => name),
      'field',
      add,
    );
  switch (pullOut.kind) {
    case 'templates':
      return checkTemplate(example, pullOut.entry, add);
    case 'forms':
      return checkForm(example, pullOut.entry, add);
    case 'rosters':
      return checkRoster(example, pullOut.entry, add);
    case 'checklists':
      return checkSteps(
        example,
        pullOut.entry.groups.map(({ id: group, items }) => ({ group, steps: items })),
        add,
      );
    case 'duties':
      return checkSteps(
        example,
        pullOut.entry.groups.map(({ id: group, duties }) => ({ group, steps: duties })),
        add,
      );
    case 'timelines':
      return checkSteps(
        example,
        pullOut.entry.periods.map(({ id: group, steps }) => ({ group, steps })),
        add,
      );
    default:
      return add([], undefined, `${kind} have nothing to fill in`, 'Remove the file.');
  }
};

/** Reports every key that is not among the known ones. */
function names(found: object | undefined, path: PropertyKey[], known: readonly string[], what: string, add: Add): void {
  for (const name of Object.keys(found ?? {}))
    if (!known.includes(name))
      add([...path, name], undefined, `unknown ${what} \`${name}\``, didYouMean(name, [...known]));
}

function checkTemplate({ blanks, off, copies }: Example, entry: Of<'templates'>, add: Add): void {
  const clauses = entry.articles.flatMap((article) => article.clauses);
  names(blanks, ['blanks'], Object.keys(entry.blanks), 'blank', add);
  const switches = [
    ...entry.articles.filter(({ optional }) => optional).map(({ id }) => `article.${id}`),
    ...clauses.filter(({ optional }) => optional).map(({ id }) => `clause.${id}`),
    ...Object.keys(entry.sets).map((id) => `set.${id}`),
  ];
  off?.forEach((name, index) => {
    if (!switches.includes(name))
      add(['off', index], undefined, `\`${name}\` cannot be left out`, didYouMean(name, switches));
  });
  names(
    copies,
    ['copies'],
    clauses.filter(({ repeats }) => repeats).map(({ id }) => id),
    'clause that repeats',
    add,
  );
  for (const [clause, rows] of Object.entries(copies ?? {}))
    rows.forEach((row, index) => names(row, ['copies', clause, index], Object.keys(entry.blanks), 'blank', add));
}

function checkForm({ fields, given, rows }: Example, entry: Of<'forms'>, add: Add): void {
  names(
    fields,
    ['fields'],
    entry.fields.map(({ id }) => id),
    'field',
    add,
  );
  for (const { id, kind } of entry.fields)
    if (kind === 'date' && fields?.[id] && !isDay(fields[id]))
      add(['fields', id], undefined, `“${fields[id]}” is no day`, 'Write it YYYY-MM-DD.');
  names(
    given,
    ['given'],
    entry.given.map(({ id }) => id),
    'row',
    add,
  );
  const own = entry.given.length > 0 ? entry.columns.slice(1) : entry.columns;
  for (const [row, cells] of Object.entries(given ?? {})) checkCells(cells, ['given', row], own, add);
  rows?.forEach((cells, index) => checkCells(cells, ['rows', index], entry.columns, add));
}

function checkCells(cells: Cells, path: PropertyKey[], columns: readonly Column[], add: Add): void {
  names(
    cells,
    path,
    columns.map(({ id }) => id),
    'column',
    add,
  );
  for (const column of columns) {
    const words = cells[column.id];
    const fix = words === undefined ? undefined : cellFix(words, column);
    if (fix) add([...path, column.id], undefined, `“${words!}” does not fit into the column “${column.label}”`, fix);
  }
}

/** What to write instead of words that a column does not take. */
function cellFix(words: string, column: Column): string | undefined {
  switch (column.kind) {
    case 'date':
      return isDay(words) ? undefined : 'Write a day as YYYY-MM-DD.';
    case 'choice':
    case 'yes-no':
      return optionsOf(column).includes(words) ? undefined : didYouMean(words, [...optionsOf(column)]);
    case 'count':
    case 'money': {
      const amount = amountOf(words);
      const isMark = amount === 'hidden' || amount === 'not known';
      return amount === 'unclear' || (isMark && !column.marks) ? 'Write a number.' : undefined;
    }
    default:
      return undefined;
  }
}

function checkRoster({ seats, rows, governments, voices }: Example, entry: Of<'rosters'>, add: Add): void {
  const columns = entry.columns.map(({ id }) => id);
  const [ofGovernments, others] = [true, false].map((is) =>
    entry.seats.filter((seat) => seat.governments === is).map(({ id }) => id),
  );
  names(seats, ['seats'], others!, 'seat', add);
  for (const [seat, cells] of Object.entries(seats ?? {})) names(cells, ['seats', seat], columns, 'column', add);
  rows?.forEach((cells, index) => names(cells, ['rows', index], ['kind', ...columns], 'column', add));
  names(governments, ['governments'], ofGovernments!, 'seat of governments', add);
  for (const [seat, all] of Object.entries(governments ?? {}))
    all.forEach((cells, index) => names(cells, ['governments', seat, index], ['kind', ...columns], 'column', add));
  names(
    voices,
    ['voices'],
    entry.voices.map(({ id }) => id),
    'voice',
    add,
  );
  for (const [voice, answer] of Object.entries(voices ?? {}))
    if (!voiceAnswers.includes(answer))
      add(['voices', voice], undefined, `“${answer}” is no answer`, didYouMean(answer, [...voiceAnswers]));
}

function checkSteps(
  { steps, moves, added }: Example,
  groups: readonly { group: string; steps: readonly { id: string }[] }[],
  add: Add,
): void {
  const known = groups.flatMap((group) => group.steps.map(({ id }) => id));
  names(steps, ['steps'], known, 'step', add);
  names(moves, ['moves'], known, 'step', add);
  names(
    added,
    ['added'],
    groups.map(({ group }) => group),
    'group',
    add,
  );
}
