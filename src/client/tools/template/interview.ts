/**
 * The template as an interview: one question a screen, made from its own blanks, optional clauses and signers. It writes into the same
 * fields as the draft, and can be left and taken up again at any time.
 */
import { announce, make } from '../../shell/dom.ts';
import { addRow } from '../../store/rows.ts';
import type { Sheet } from '../../store/store.ts';
import { signersNow } from './signers.ts';

/** A screen: what it asks, why, and the control that answers. */
interface Question {
  /** The name of the field; a switch and the signers have one of their own. */
  name: string;
  title: string;
  /** Its title in a list of questions. */
  short?: string;
  why: (Node | string)[];
  isAnswered(): boolean;
  control(): HTMLElement;
}

/** Under this name a sheet notes that counsel is to be asked. */
const counselName = (name: string): string => `counsel.${name}`;

/** @param showDraft shows the draft when the interview is over */
export function offerInterview(
  tool: HTMLElement,
  text: HTMLElement,
  sheet: Sheet,
  showDraft: () => unknown,
): { open(): void } {
  const place = make('section', { class: 'interview no-print', 'aria-label': 'Questions', hidden: true });
  tool.append(place);
  let questions: Question[] = [];
  let at = 0;
  const close = (): void => {
    place.hidden = true;
    tool.toggleAttribute('data-interview', false);
    tool.querySelector<HTMLElement>('[data-action=interview]')?.focus();
  };
  const go = (to: number): void => {
    // An answer may have dropped a clause, and with it its questions.
    const from = questions[at]?.name;
    questions = questionsIn(text, sheet);
    const moved = to - at;
    const here = questions.findIndex(({ name }) => name === from);
    at = Math.max(0, here < 0 ? to : here + moved);
    if (at >= questions.length) finish();
    else ask(questions[at]!);
  };
  const button = (words: string, onclick: () => void, kind = '') =>
    make('button', { type: 'button', class: kind || undefined, onclick }, words);
  const head = (words: string): HTMLElement[] => [
    make('progress', {
      max: String(questions.length),
      value: String(at),
      'aria-label': 'Questions answered or passed',
    }),
    make('p', { class: 'interview-progress' }, words),
  ];
  const ask = (question: Question): void => {
    const { name, title, why } = question;
    const counsel = make('input', { type: 'checkbox' });
    counsel.checked = sheet.get(counselName(name)) !== '';
    counsel.addEventListener('change', () => sheet.set(counselName(name), counsel.checked ? 'yes' : ''));
    const form = make(
      'form',
      {
        onsubmit: (event: Event) => {
          event.preventDefault();
          go(at + 1);
        },
      },
      make('h2', { tabindex: '-1' }, title),
      ...why.map((words) => make('p', { class: 'why' }, words)),
      question.control(),
      make('label', { class: 'keep' }, counsel, ' Ask counsel later'),
      make(
        'p',
        { class: 'tool-buttons' },
        make('button', { type: 'submit', class: 'next' }, 'Next'),
        ...(at > 0 ? [button('Back', () => go(at - 1))] : []),
        button('Skip', () => go(at + 1)),
        button('Stop and see the draft', close),
      ),
    );
    place.replaceChildren(...head(`Question ${at + 1} of ${questions.length}`), form);
    form.querySelector('h2')!.focus();
  };
  const finish = (): void => {
    const [open, later] = [
      questions.filter((question) => !question.isAnswered()),
      questions.filter(({ name }) => sheet.get(counselName(name)) !== ''),
    ];
    const list = (words: string, some: Question[]): HTMLElement[] =>
      some.length === 0
        ? []
        : [
            make('p', {}, words),
            make(
              'ul',
              {},
              ...some.map((question) =>
                make(
                  'li',
                  {},
                  make(
                    'button',
                    {
                      type: 'button',
                      class: 'link',
                      onclick: () => {
                        at = questions.indexOf(question);
                        ask(question);
                      },
                    },
                    question.short ?? question.title,
                  ),
                ),
              ),
            ),
          ];
    at = questions.length;
    place.replaceChildren(
      ...head(`${questions.length - open.length} of ${questions.length} answered`),
      make('h2', { tabindex: '-1' }, 'Your draft is ready to read'),
      ...list('To ask counsel:', later),
      ...list('Without an answer yet:', open),
      make(
        'p',
        { class: 'tool-buttons' },
        button('Show the draft', () => (close(), showDraft())),
        button('Back', () => {
          at = questions.length - 1;
          ask(questions[at]!);
        }),
      ),
    );
    place.querySelector('h2')!.focus();
  };
  return {
    open() {
      questions = questionsIn(text, sheet);
      const first = questions.findIndex((question) => !question.isAnswered());
      at = Math.max(0, first);
      place.hidden = false;
      tool.toggleAttribute('data-interview', true);
      announce(`${questions.length} questions. You can stop at any time.`);
      if (questions.length === 0) finish();
      else ask(questions[at]!);
    },
  };
}

/** The questions of a template as it stands, in the order of its text. */
function questionsIn(text: HTMLElement, sheet: Sheet): Question[] {
  const asked = new Set<string>();
  const parts = text.querySelectorAll<HTMLElement>('.blank[data-name], [data-optional], .signatures');
  return [...parts].flatMap((part): Question[] => {
    if (part.matches('.signatures')) return [signersQuestion(text, sheet)];
    if (part.matches('[data-optional]')) {
      // A clause of an article that is left out is not asked about.
      return part.parentElement!.closest('.off') ? [] : [switchQuestion(part, sheet)];
    }
    const name = part.dataset['name']!;
    if (part.closest('.off') || asked.has(name)) return [];
    asked.add(name);
    return [blankQuestion(part, name, sheet)];
  });
}

function blankQuestion(blank: HTMLElement, name: string, sheet: Sheet): Question {
  const title = blank.querySelector('label')!.textContent!;
  const hint = blank.querySelector('.hint')?.textContent ?? '';
  return {
    name,
    title,
    why: [...(hint ? [hint] : []), `It goes into: “${sentenceAround(blank)}”`],
    isAnswered: () => sheet.get(name) !== '',
    control() {
      const field =
        blank.dataset['size'] === 'lines'
          ? make('textarea', { rows: '5', 'aria-label': title })
          : make('input', { type: 'text', 'aria-label': title, autocomplete: 'off' });
      field.maxLength = 20_000;
      field.value = sheet.get(name);
      field.addEventListener('input', () => sheet.set(name, field.value));
      return field;
    },
  };
}

function switchQuestion(part: HTMLElement, sheet: Sheet): Question {
  const kind = part.dataset['clause'] ? 'clause' : 'article';
  const id = part.dataset['clause'] ?? part.dataset['article']!;
  const name = `${kind}.${id}.off`;
  const heading = part.closest('.article')?.querySelector('h2, h4');
  const title = `Keep this ${kind}?`;
  const guidance = part.querySelector(':scope > .guidance')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  const words = kind === 'clause' ? sentenceAround(part) : '';
  return {
    name,
    title,
    short: words ? `${title} “${words.slice(0, 60)}${words.length > 60 ? '…' : ''}”` : title,
    why: [
      `${kind === 'clause' ? sentenceAround(part) : (heading?.textContent?.replace(/Optional.*$/, '').trim() ?? '')}`,
      ...(guidance ? [guidance] : []),
    ],
    isAnswered: () => sheet.get(`asked.${name}`) !== '' || sheet.get(name) !== '',
    control() {
      const choice = (words: string, off: string): HTMLElement => {
        const box = make('input', { type: 'radio', name: 'interview-switch' });
        box.checked = sheet.get(name) === off && (off !== '' || sheet.get(`asked.${name}`) !== '');
        box.addEventListener('change', () => sheet.setMany({ [name]: off, [`asked.${name}`]: 'yes' }));
        return make('label', {}, box, ` ${words}`);
      };
      return make(
        'fieldset',
        {},
        make('legend', { class: 'sr-only' }, title),
        choice('Yes, keep it', ''),
        choice('No, leave it out', 'yes'),
      );
    },
  };
}

/** Who signs, one organization a line. Signers that stay keep what was written about them. */
function signersQuestion(text: HTMLElement, sheet: Sheet): Question {
  const holder = text.querySelector<HTMLElement>('.signatures')!;
  const names = (): string[] => signersNow(holder, sheet).flatMap(({ organization }) => organization || []);
  return {
    name: 'signers',
    title: 'Which organizations sign?',
    why: ['Write one a line, in the order in which they sign. Use full legal names.'],
    isAnswered: () => names().length > 0,
    control() {
      const field = make('textarea', { rows: '8', 'aria-label': 'Which organizations sign?' });
      field.value = names().join('\n');
      field.addEventListener('change', () => {
        const wanted = [
          ...new Set(
            field.value
              .split('\n')
              .map((line) => line.trim())
              .filter(Boolean),
          ),
        ];
        const now = signersNow(holder, sheet);
        let values: Record<string, string> = { ...sheet.values, 'signers.rows': '' };
        const changes: Record<string, string> = {};
        for (const name of wanted) {
          const known = now.find(({ organization }) => organization.toLowerCase() === name.toLowerCase());
          if (known) values = { ...values, 'signers.rows': `${values['signers.rows']} ${known.key}`.trim() };
          else {
            const added = addRow(values, 'signers', { organization: name }).changes;
            values = { ...values, ...added };
            Object.assign(changes, added);
          }
        }
        for (const { key, organization } of now)
          if (organization && !wanted.some((name) => name.toLowerCase() === organization.toLowerCase()))
            for (const part of ['organization', 'name']) changes[`signers.${key}.${part}`] = '';
        sheet.setMany({ ...changes, 'signers.rows': values['signers.rows']! }, 'elsewhere');
      });
      return field;
    },
  };
}

/** The sentence in which a blank stands, other blanks as rules; without numbers and buttons. */
function sentenceAround(part: HTMLElement): string {
  const clause = part.closest<HTMLElement>('li, .clause, p') ?? part;
  const copy = (clause.querySelector('p') ?? clause).cloneNode(true) as HTMLElement;
  for (const blank of copy.querySelectorAll('.blank')) {
    const words = blank.querySelector('.typed')?.textContent?.trim();
    blank.replaceWith(words || '____');
  }
  for (const one of copy.querySelectorAll('.number, .copy, .keep, .tag, sup, button')) one.remove();
  return copy.textContent!.replace(/\s+/g, ' ').trim();
}
