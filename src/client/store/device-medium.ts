/** Where this site keeps words on this device. */
import { frameMedium } from './colors-medium.ts';
import { CopyMedium } from './copy-medium.ts';
import { DatabaseBacking } from './database.ts';
import { ownStorage, type Medium } from './storage-medium.ts';

export const deviceMedium: Medium = frameMedium ?? new CopyMedium(new DatabaseBacking(ownStorage()), ownStorage());
