/** Where the words stand, in words for the reader. */

export type StatusKind = 'not-kept' | 'saving' | 'kept' | 'full' | 'blocked' | 'newer' | 'corrupt';
export interface Status {
  kind: StatusKind;
  words: string;
}

/** States that need the reader; the first one that holds is shown. A file always helps. */
export const troubles = ['blocked', 'full', 'newer', 'corrupt'] as const;
export type Trouble = (typeof troubles)[number];

const words: Record<StatusKind, string> = {
  'not-kept': 'Never sent. Gone when you leave this page.',
  saving: 'Kept on this device. Saving …',
  kept: 'Kept on this device.',
  full: 'This browser has no room left. The last words that fit are kept; the newest are only on this page. Save to a file before you leave.',
  blocked:
    'This browser keeps nothing for this site: a setting or a private window forbids it. What you wrote is only on this page. Save to a file before you leave.',
  newer:
    'A newer version of this site keeps words here, and this page leaves them as they are. Reload the page. ' +
    'If that does not help, save what you write now to a file.',
  corrupt:
    'Something that was kept here is damaged. You see the last good state. Compare it with your own copy, and save to a file.',
};

export const statusOf = (kind: StatusKind): Status => ({ kind, words: words[kind] });
