/** Pages of volumes as they were set, kept for the next build: when one text was edited, one volume of the whole set is set anew. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Tools } from '../src/formats/writer.ts';
import { writeWhole } from './cache.ts';

type Typeset = NonNullable<Tools['typeset']>;

export class KeptSets {
  private readonly used = new Set<string>();
  private readonly folder: string;
  private readonly nameOf: (json: string) => string;
  private readonly set: Typeset;

  /**
   * @param nameOf the name of what is set, which changes with the document and with the code
   * @param set sets what is not there
   */
  constructor(folder: string, nameOf: (json: string) => string, set: Typeset) {
    this.folder = folder;
    this.nameOf = nameOf;
    this.set = set;
  }

  readonly typeset: Typeset = async (json, volume) => {
    if (!volume) return this.set(json);
    const name = this.nameOf(json);
    this.used.add(name);
    const path = join(this.folder, name);
    if (existsSync(path)) return new Uint8Array(readFileSync(path));
    const bytes = await this.set(json, volume);
    mkdirSync(this.folder, { recursive: true });
    writeWhole(path, bytes);
    return bytes;
  };

  /** Deletes what was not asked for, if anything was. */
  tidy(): void {
    if (this.used.size === 0) return;
    for (const name of readdirSync(this.folder)) if (!this.used.has(name)) rmSync(join(this.folder, name));
  }
}
