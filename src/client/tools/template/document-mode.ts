/**
 * The document as it will be sent: its own title and words, who signs, nothing of the site. Preview shows it on the screen and Print on
 * paper, by the same rules of the style sheet (`html.as-document`). Guidance follows on sheets of its own when it is asked for.
 */
import { aboutDraft } from '../../../documents/draft.ts';
import { draftOf } from '../../../formats/words.ts';
import { today } from '../../../tools/days.ts';
import { make } from '../../shell/dom.ts';

const mode = 'as-document';

export interface DocumentMode {
  /** True while the screen shows the document. */
  readonly isOn: boolean;
  toggle(): boolean;
  /** Prints the document; `guidance`: with the advice behind it. */
  print(guidance: boolean): void;
}

export function offerDocumentMode(tool: HTMLElement): DocumentMode {
  const { classList } = document.documentElement;
  const howToUse = make('section', { class: 'how-to-use', 'aria-label': aboutDraft });
  const footer = new CSSStyleSheet();
  let isOn = false;
  let withGuidance = false;
  const begin = (): void => {
    classList.add(mode);
    footer.replaceSync(`@media print { @page { @bottom-left { content: '${draftOf(today())}' } } }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets.filter((one) => one !== footer), footer];
    if (withGuidance) {
      howToUse.replaceChildren(make('h2', {}, aboutDraft), ...guidanceIn(tool));
      tool.append(howToUse);
    }
  };
  const end = (): void => {
    howToUse.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== footer);
    classList.toggle(mode, isOn);
  };
  // The browser's own Print does the same as ours.
  addEventListener('beforeprint', begin);
  addEventListener('afterprint', () => {
    end();
    withGuidance = false;
  });
  return {
    get isOn() {
      return isOn;
    },
    toggle() {
      isOn = !isOn;
      classList.toggle(mode, isOn);
      return isOn;
    },
    print(guidance) {
      withGuidance = guidance;
      print();
    },
  };
}

/** The advice of the page, in its order, each piece under the name of what it is about. */
function guidanceIn(tool: HTMLElement): HTMLElement[] {
  const page = tool.closest('.pull-out-page') ?? tool;
  const pieces = [...page.querySelectorAll<HTMLElement>('.how-to, .guidance')];
  return pieces.map((piece) => {
    const copy = piece.cloneNode(true) as HTMLElement;
    copy.removeAttribute('id');
    for (const one of copy.querySelectorAll('[id]')) one.removeAttribute('id');
    for (const one of copy.querySelectorAll('.copy, sup, button')) one.remove();
    copy.className = 'guidance-piece';
    const article = piece.closest('.article')?.querySelector('h2, h4')?.firstChild;
    const number = piece.closest('.clause')?.querySelector('p > .number')?.textContent;
    const about = number || article?.parentElement?.textContent?.replace(/\s+/g, ' ').trim();
    if (about) copy.prepend(make('strong', {}, about));
    return copy;
  });
}
