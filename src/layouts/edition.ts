/** The edition that the build writes into every foot. While developing there is none. */
import type { Edition } from '../model/edition.ts';

declare const EDITION: Edition | null;
export const edition = EDITION;
