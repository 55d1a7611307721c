import { expect, it } from 'vitest';
import { bookmarked } from '../../../src/formats/docx/bookmarks.ts';
import type { Setting } from '../../../src/formats/docx/setting.ts';

it('gives a place one bookmark, and fails where two places would share its name', () => {
  let last = 0;
  const setting = { placed: new Map<string, string>(), next: () => (last += 1) } as unknown as Setting;
  const first = 'a62sayx-of-the-same-long-closing-words';
  expect(bookmarked(first, [], setting)).toHaveLength(2);
  expect(bookmarked(first, [], setting)).toHaveLength(0);
  // Another label with the same end and the same sum.
  expect(() => bookmarked('ax9nqgt-of-the-same-long-closing-words', [], setting)).toThrow(
    `the places “${first}” and “ax9nqgt-of-the-same-long-closing-words” would share the bookmark`,
  );
});
