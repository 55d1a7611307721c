/**
 * The kinds of pull-outs: what a reader can take out of a toolkit and print on its own. One entry each; a new kind is a
 * schema, an entry here, and what the compiler then asks for. The parser of texts, the schemas and the browser share
 * this table, so it imports nothing.
 */
export interface Kind {
  /** The tag that shows one in a text: `<DutyList id="chair" />`. */
  component: string;
  /** What readers call one, and several. */
  one: string;
  many: string;
  /** How the names of its files begin, after `csec-`. */
  file: string;
  /**
   * Where the parts are that have an address of their own: lists by their keys, outermost first, each within the parts
   * of the one before. What stands there once, without an id, is addressed by its key.
   */
  parts: readonly (readonly string[])[];
  /** The outermost parts of the first list have titles, which are the headings of its page. */
  titled: boolean;
  /** Of lists of steps: what each leaves room to write, and whether it has a box to tick. */
  steps?: { write: string; boxes: boolean };
  /** It can be written into where it stands; its page offers to keep that. */
  tool: boolean;
  /** Its table needs the whole width of a page. */
  wide: boolean;
  /** It comes as a Word file of its own, to change and send on. */
  word: boolean;
  /** Too long to stand whole in a toolkit, which shows its outline: the words of the link to the whole. */
  outline?: string;
}

export const kinds = {
  checklists: {
    component: 'Checklist',
    one: 'Checklist',
    many: 'Checklists',
    file: 'checklist',
    parts: [['groups', 'items']],
    titled: true,
    steps: { write: 'Who, by when', boxes: true },
    tool: true,
    wide: false,
    word: true,
  },
  duties: {
    component: 'DutyList',
    one: 'Duty list',
    many: 'Duty lists',
    file: 'duties',
    parts: [['groups', 'duties']],
    titled: true,
    steps: { write: 'Who does it', boxes: false },
    tool: true,
    wide: false,
    word: true,
  },
  templates: {
    component: 'Template',
    one: 'Template',
    many: 'Templates',
    file: 'template',
    parts: [['articles', 'clauses', 'points'], ['signatures']],
    titled: true,
    tool: true,
    wide: false,
    word: true,
    outline: 'Open the template',
  },
  forms: {
    component: 'Form',
    one: 'Form',
    many: 'Forms',
    file: 'form',
    parts: [['columns'], ['given']],
    titled: false,
    tool: true,
    wide: true,
    word: false,
  },
  timelines: {
    component: 'Timeline',
    one: 'Timeline',
    many: 'Timelines',
    file: 'timeline',
    parts: [['periods', 'steps']],
    titled: true,
    steps: { write: 'By when', boxes: true },
    tool: true,
    wide: false,
    word: false,
  },
  rosters: {
    component: 'Roster',
    one: 'Roster',
    many: 'Rosters',
    file: 'roster',
    parts: [['seats'], ['voices']],
    titled: false,
    tool: true,
    wide: true,
    word: true,
  },
  handouts: {
    component: 'Handout',
    one: 'Handout',
    many: 'Handouts',
    file: 'handout',
    parts: [['sections']],
    titled: true,
    tool: false,
    wide: false,
    word: false,
  },
} as const satisfies Record<string, Kind>;

export type PullOutKind = keyof typeof kinds;
/** The names of the kinds, which are also the names of their folders and the starts of their addresses. */
export const pullOutKinds = Object.keys(kinds) as PullOutKind[];

/** All that the table knows of a kind. */
export function kindOf(name: PullOutKind): Kind {
  return kinds[name];
}

/** Tells the kinds of pull-outs from other collections. */
export function isKind(name: string): name is PullOutKind {
  return Object.hasOwn(kinds, name);
}
