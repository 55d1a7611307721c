/** One earlier address in content/redirects.yaml, keyed by its path without slashes at the ends. */
import { z } from 'zod';

export const redirect = z.strictObject({
  /** Where the page is now, from the root: /toolkits/coordinator/. */
  to: z.string().regex(/^\/.*\/$/, { error: 'an address starts and ends with a slash' }),
});
