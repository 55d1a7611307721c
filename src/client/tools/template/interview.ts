/**
 * The template as an interview: one question a screen, made from its own blanks, optional clauses and signers. It writes into the same
 * fields as the draft, and can be left and taken up again at any time.
 */
import { make } from '../../shell/dom.ts';
import type { Sheet } from '../../store/store.ts';
import { questionsIn, type Question } from './interview-questions.ts';

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
    place.replaceChildren(...head(`Question ${at + 1} of ${questions.length}. You can stop at any time.`), form);
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
      if (questions.length === 0) finish();
      else ask(questions[at]!);
    },
  };
}
