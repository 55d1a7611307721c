/** The edition that the build writes into every foot. While developing there is none. */
import type { Edition } from '../site/edition.ts';

declare const EDITION: Edition | null;
export const edition = EDITION;
