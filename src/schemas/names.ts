/** What readers call each tone of a callout, and each way in which a source was checked. */
import type { Tone } from '../prose/tree.ts';
import type { Entry } from './index.ts';

/** The name of the whole set, which is also its author. */
export const setName = 'CSEC Task Force Toolkits';
export const toneNames: Record<Tone, string> = {
  tip: 'Tip',
  example: 'Example',
  law: 'Washington law',
  suggestion: 'Editors’ suggestion',
  ask: 'Ask',
};
/** What a room does on a slide. */
export const activityNames = { exercise: 'Exercise', question: 'Question for the room' } as const;
/** The label of words that no source supports. */
export const suggestionTag = 'Editors’ suggestion';
/** The sign behind such words, and what it means: once on each page and in each part of a document. */
export const suggestionMark = '*';
export const suggestionLegend = `${suggestionMark} Editors’ suggestion: no source says this. Weigh it, change it, or leave it out.`;
export const sourceWarnings: Record<Entry<'sources'>['checked'], string> = {
  document: '',
  official: '',
  mirror: 'Read in a public copy.',
  secondary: 'Read in a secondary source.',
};
/** What can be chosen, as a sentence. */
export function choiceInWords(options: readonly string[]): string {
  return `One of: ${options.join(options.some((option) => option.includes(',')) ? '; ' : ', ')}.`;
}
/** How far a voice is heard, in the words that a roster offers. */
export const voiceAnswers = ['Has a say', 'Present, without a say', 'Not yet', 'Not known'];
export const voicesTitle = 'Voices found missing';
/** The heads of the table of voices. */
export const voiceHeads = { voice: 'Voice', say: 'Does it have a say here?' } as const;
/** The lines of a signature block; the first names who signs, and a signature is written with a pen. */
export const signatureLines = ['Organization', 'Signature', 'Name and title', 'Date'];
export const [organizationLine, byHand] = signatureLines as [string, string];
/** The stages of the grid of agencies, in order. */
export const stageNames = {
  identification: 'Identify',
  response: 'Respond',
  products: 'Produce',
  lead: 'Lead',
} as const;
/** The title of the one-page summary of an agreement. */
export const promisesTitle = 'What each member promises';
/** “Annex A”. */
export const annexName = (index: number): string => `Annex ${String.fromCharCode(65 + index)}`;
