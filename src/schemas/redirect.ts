/** One earlier address in content/redirects.yaml, keyed by its path without slashes at the ends. */
import { z } from 'zod';

export const redirect = z.strictObject({
  to: z
    .string()
    .regex(/^\/.*\/$/, { error: 'an address starts and ends with a slash' })
    .describe('Where the page is now, from the root: /toolkits/coordinator/.'),
});
