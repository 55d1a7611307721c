import { expect, it } from 'vitest';
import { Blocked, Full, refusal } from '../../../src/client/store/storage-medium.ts';

it('knows the lack of room by the words of each browser, and does not forget it on the way', () => {
  const full = [
    new DOMException('', 'QuotaExceededError'),
    { name: 'NS_ERROR_DOM_QUOTA_REACHED' },
    { code: 1014 },
    new Full(),
  ];
  for (const error of full) expect(refusal(refusal(error))).toBeInstanceOf(Full);
  for (const error of [new DOMException('', 'SecurityError'), undefined, new Blocked()])
    expect(refusal(refusal(error))).toBeInstanceOf(Blocked);
});
