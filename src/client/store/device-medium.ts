/** Where this site keeps things on this device. */
import { isLocal } from '../shell/site.ts';
import { FrameMedium } from './frame.ts';
import { ownMedium, ownStorage, type Medium } from './medium.ts';

/** Files without an origin in common (Firefox) share a frame. */
export const deviceMedium: Medium = isLocal && location.origin === 'null' ? new FrameMedium(ownStorage()) : ownMedium;
