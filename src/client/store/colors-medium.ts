/** Where the choice of colors stays: every page asks for it, so this brings no database along. */
import { isLocal } from '../shell/site.ts';
import { CopyMedium } from './copy-medium.ts';
import { FrameBacking } from './iframe-backing.ts';
import { ownStorage, type Medium } from './storage-medium.ts';
import { ownMedium } from './local-storage-medium.ts';

/** The medium of pages that were opened as files without an origin in common (Firefox): they share a frame. */
export const frameMedium =
  isLocal && location.origin === 'null' ? new CopyMedium(new FrameBacking(), ownStorage(), true) : undefined;

export const colorsMedium: Medium = frameMedium ?? ownMedium;
