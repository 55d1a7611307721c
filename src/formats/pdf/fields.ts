/**
 * The places to write in. The template draws each as a link to a marker address with the number of its field; `forms.ts`
 * turns the links into fields.
 */

export interface FormField {
  /** Dots part groups of fields; the same name is the same field. */
  name: string;
  /** What to write there, in words that stand alone. */
  label: string;
  kind: 'text' | 'lines' | 'box';
  /** What is written there; of a box, anything when it is ticked. */
  value: string;
}

/** The numbered fields of one document. */
export class Fields {
  readonly all: FormField[] = [];

  /** The marker address of a new place to write in. */
  add(field: FormField): string {
    return markerOf(this.all.push(field) - 1);
  }
}

const markerOf = (number: number) => `field:${number}`;

/** The number of the field that a link marks, or undefined when it is another link. */
export function numberOf(address: string): number | undefined {
  const number = /^field:(\d+)$/.exec(address)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** Words short enough for the name of a field. */
export function shortened(words: string, limit = 140): string {
  const plain = words.replace(/\s+/g, ' ').trim();
  return plain.length <= limit ? plain : `${plain.slice(0, plain.lastIndexOf(' ', limit))} …`;
}
