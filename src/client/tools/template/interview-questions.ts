/** The questions of a template: its own blanks, optional parts and signers, in the order of its text. Nothing is written twice. */
import { longestValue } from '../../../tools/limits.ts';
import { make } from '../../shell/dom.ts';
import type { Sheet } from '../../store/store.ts';
import { isLeftOut, switchOf } from './clauses.ts';
import { signersBecome, signersNow } from './signer-changes.ts';

/** A screen: what it asks, why, and the control that answers. */
export interface Question {
  /** The name of the field; a switch and the signers have one of their own. */
  name: string;
  title: string;
  /** Its title in a list of questions. */
  short?: string;
  why: (Node | string)[];
  isAnswered(): boolean;
  control(): HTMLElement;
}

/** The questions of a template as it stands, in the order of its text. */
export function questionsIn(text: HTMLElement, sheet: Sheet): Question[] {
  const asked = new Set<string>();
  const parts = text.querySelectorAll<HTMLElement>('.blank[data-name], [data-optional], .signatures');
  return [...parts].flatMap((part): Question[] => {
    if (part.matches('.signatures')) return [signersQuestion(text, sheet)];
    if (part.matches('[data-optional]')) {
      // What is left out with its article or its set is not asked about.
      return isLeftOut(part.parentElement!) || part.hidden ? [] : [switchQuestion(part, sheet)];
    }
    const name = part.dataset['name']!;
    if (isLeftOut(part) || asked.has(name)) return [];
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
      field.maxLength = longestValue;
      field.value = sheet.get(name);
      field.addEventListener('input', () => sheet.set(name, field.value));
      return field;
    },
  };
}

function switchQuestion(part: HTMLElement, sheet: Sheet): Question {
  const { kind, name } = switchOf(part);
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
  const names = (): string[] => signersNow(holder, sheet).flatMap(({ values }) => values[0]!.trim() || []);
  return {
    name: 'signers',
    title: 'Which organizations sign?',
    why: ['Write one a line, in the order in which they sign. Use full legal names.'],
    isAnswered: () => names().length > 0,
    control() {
      const field = make('textarea', { rows: '8', 'aria-label': 'Which organizations sign?' });
      field.value = names().join('\n');
      field.addEventListener('change', () =>
        sheet.setMany(signersBecome(holder, sheet, field.value.split('\n')), 'elsewhere'),
      );
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
