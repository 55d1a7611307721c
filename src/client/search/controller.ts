/** The search dialog at work: what is typed, what is shown, where Enter leads. */
import { elsewhere, helpItem, hints, resultItem } from './render-results.ts';
import { markParameter } from './highlight-parameter.ts';
import { mostTexts, readable, type Answer, type Search } from './search.ts';

const shown = 8;
/** Milliseconds without a key before texts are read for a quotation. */
const pause = 200;

/** Makes the dialog of this page search. */
export function work(dialog: HTMLDialogElement, search: Search): void {
  const input = dialog.querySelector('input')!;
  const part = (name: string) => dialog.querySelector<HTMLElement>(`.search-${name}`)!;
  const [status, hint, list, others] = [part('status'), part('hint'), part('results'), part('else')];
  /** The words whose results stand in the list, once all of them do. */
  let whole: string | undefined;
  let marked: readonly string[] = [];

  function draw(typed: string, answer: Answer | undefined, isWhole: boolean): void {
    const { crisis, results = [] } = answer ?? {};
    const pages = crisis ? results.filter(({ page }) => page.url !== '/help/') : results;
    const read = readable(pages.slice(0, mostTexts).map(({ page }) => page));
    const items = pages
      .slice(0, shown)
      .map((result) => resultItem(result, read.includes(result.page), answer!, search.index.data.formats));
    list.replaceChildren(...(crisis ? [helpItem(crisis)] : []), ...items);
    const ways = {
      literally: () => again(typed, { isLiteral: true }),
      everywhere: () => again(typed, { isEverywhere: true }),
    };
    hint.replaceChildren(...(answer && isWhole ? hints(answer, typed, ways) : []));
    others.replaceChildren(...(list.childElementCount === 0 ? elsewhere(search.index.data) : []));
    status.textContent = isWhole ? inWords(typed, pages.length, Boolean(crisis)) : 'Looking through all texts …';
    marked = answer?.words ?? [];
    // With the frame that shows it: asked for at once, it would be laid out twice.
    requestAnimationFrame(() => (dialog.scrollTop = 0));
    if (!isWhole) return;
    whole = typed;
    openFirst();
  }

  async function find(typed: string, { isLiteral = false, isEverywhere = false } = {}): Promise<void> {
    whole = undefined;
    if (typed.length < 2) return draw(typed, undefined, true);
    const isStill = () => typed === input.value.trim();
    const query = search.read(typed, isLiteral);
    const known = search.answer(typed, query);
    const isKnown = query.quoted.length === 0 && !isEverywhere;
    draw(typed, known, isKnown);
    if (isKnown) return;
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (!isStill()) return;
    const asked = isEverywhere ? search.askFullText(typed, isLiteral) : search.ask(typed, isLiteral);
    const answer = await asked.catch(() => known);
    if (isStill()) draw(typed, answer, true);
  }
  /** Another way to find the same; its button is gone then. */
  function again(typed: string, way: { isLiteral?: boolean; isEverywhere?: boolean }): void {
    input.focus();
    void find(typed, way);
  }

  /** Opens the first result when Enter was pressed at just these words. */
  function openFirst(): void {
    if (whole !== undefined && whole !== '' && dialog.dataset['entered'] === whole) list.querySelector('a')?.click();
  }

  input.addEventListener('input', () => {
    delete dialog.dataset['entered'];
    void find(input.value.trim());
  });
  dialog.addEventListener('close', () => delete dialog.dataset['entered']);
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target === input) openFirst();
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') step(event);
    const isTyping = (event.key.length === 1 && event.key !== ' ') || event.key === 'Backspace';
    if (isTyping && event.target !== input && !event.ctrlKey && !event.metaKey && !event.altKey) input.focus();
  });
  function step(event: KeyboardEvent): void {
    event.preventDefault();
    const stops: HTMLElement[] = [
      input,
      ...dialog.querySelectorAll<HTMLElement>('.search-hint :is(a, button), :is(.search-results, .search-links) a'),
    ];
    const next = stops.indexOf(document.activeElement as HTMLElement) + (event.key === 'ArrowDown' ? 1 : -1);
    stops[Math.max(0, Math.min(next, stops.length - 1))]!.focus();
  }
  dialog.addEventListener('click', (event) => {
    const target = (event.target as Element).closest('a');
    // A result may stand on this very page.
    if (target) dialog.close();
    if (!target || !list.contains(target) || target.protocol !== location.protocol) return;
    // The same page is not loaded again: words typed on it would be lost.
    if (target.pathname === location.pathname || /\/downloads\/./.test(target.pathname)) return;
    target.search = new URLSearchParams({ [markParameter]: marked.join(' ') }).toString();
  });
  void find(input.value.trim());
}

function inWords(typed: string, count: number, isCrisis: boolean): string {
  const pages = `${count} ${count === 1 ? 'page' : 'pages'} found`;
  if (isCrisis) return count > 0 ? `Numbers to call stand first. ${pages}` : 'Help found: numbers to call.';
  if (typed.length < 2) return typed ? 'Type one more letter.' : '';
  return count > 0 ? pages : `Nothing found for “${typed}”. Try another word, or go on from here:`;
}
