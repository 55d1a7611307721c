/** The file that saves and opens everything, and what it does with files that are none of its own. */
import blns from 'big-list-of-naughty-strings' with { type: 'json' };
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Unreadable } from '../../../src/client/store/check.ts';
import { format, readFile, version, writeFile } from '../../../src/client/store/file.ts';
import { Store } from '../../../src/client/store/sheet-store.ts';
import { isFieldName, isSheetId, limits } from '../../../src/client/store/sheet-values.ts';
import { withoutControls } from '../../../src/tools/written-values.ts';
import { FakeDevice } from './fake-medium.ts';

const naughty = blns as string[];
const file = (sheets: unknown, more: Record<string, unknown> = {}) =>
  JSON.stringify({ format, version, sheets, ...more });
const plain = (sheets: object) => JSON.parse(JSON.stringify(sheets)) as unknown;

describe('a file', () => {
  it('gives back what was saved', () => {
    const sheets = {
      'task-force': { name: 'Ring', 'members.rows': 'k1', 'members.k1.name': 'Police' },
      'checklists/phase-1': { 'step.ask.done': 'yes' },
    };
    expect(plain(readFile(writeFile(sheets)))).toEqual(sheets);
    expect(plain(readFile(`\uFEFF${writeFile(sheets)}`))).toEqual(sheets);
  });

  it('says what is wrong, and what helps', () => {
    const problem = (text: string) => {
      try {
        return readFile(text);
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(problem('<html>')).toMatch(/not saved by this site/);
    expect(problem('')).toMatch(/not saved by this site/);
    expect(problem('[]')).toMatch(/damaged/);
    expect(problem('{"format":"other","version":1,"sheets":{}}')).toMatch(/another program/);
    expect(problem(file({}, { version: version + 1 }))).toMatch(/newer version of this site\. Reload/);
    for (const wrong of [0, -1, 1.5, '1', null]) expect(problem(file({}, { version: wrong }))).toMatch(/which version/);
    expect(problem(file({}, { extra: 1 }))).toMatch(/parts that this site did not write/);
    expect(problem(file([]))).toMatch(/list of sheets is damaged/);
    expect(problem(file({ a: { county: 5 } }))).toBe(
      'The field “county” of the sheet “a” holds something other than words.',
    );
    expect(problem(file({ a: { 'no name': 'x' } }))).toMatch(/field with the name “no name”/);
    expect(problem(file({ '../a': {} }))).toMatch(/sheet with the name “..\/a”/);
    expect(problem(file({ a: { county: 'x'.repeat(limits.value + 1) } }))).toMatch(/longer than 20,000/);
    expect(
      problem(
        file({ a: Object.fromEntries(Array.from({ length: limits.fields + 1 }, (_, index) => [`f${index}`, 'x'])) }),
      ),
    ).toMatch(/more than 100,000 fields/);
    expect(
      problem(file(Object.fromEntries(Array.from({ length: limits.sheets + 1 }, (_, index) => [`s${index}`, {}])))),
    ).toMatch(/more than 200 sheets/);
    expect(problem(' '.repeat(20_000_001))).toMatch(/too large/);
    expect(problem('['.repeat(200_000))).toMatch(/not saved by this site/);
  });

  it('cannot reach the prototypes of objects', () => {
    for (const sheets of [
      '{"__proto__":{"a":"x"}}',
      '{"a":{"__proto__":"x"}}',
      '{"a":{"__proto__":{"polluted":"x"}}}',
    ]) {
      expect(() => readFile(`{"format":"${format}","version":1,"sheets":${sheets}}`)).toThrow(Unreadable);
    }
    const sheets = readFile(file({ constructor: { constructor: 'a', toString: 'b' } }));
    expect(plain(sheets)).toEqual({ constructor: { constructor: 'a', toString: 'b' } });
    const store = new Store(new FakeDevice().tab());
    store.open(sheets, 'merge');
    expect(store.sheet('constructor').get('valueOf')).toBe('');
    expect(store.sheet('constructor').get('toString')).toBe('b');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('carries naughty strings through file and device unchanged', () => {
    const device = new FakeDevice();
    const store = new Store(device.tab());
    const values = Object.fromEntries(naughty.map((text, index) => [`field.${index}`, text]));
    store.sheet('naughty').setMany(values);
    store.keep();
    const words = Object.fromEntries(
      Object.entries(values)
        .map(([field, text]) => [field, withoutControls(text)] as const)
        .filter(([, text]) => text !== ''),
    );
    expect(Object.keys(words).length).toBeGreaterThan(400);
    expect(plain(readFile(store.toFile()))).toEqual({ naughty: words });
    expect({ ...new Store(device.tab()).sheet('naughty').values }).toEqual(words);
  });
});

describe('ten thousand malformed files and more', () => {
  const hostile = fc.constantFrom(
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    '<img src=x onerror=alert(1)>',
    '=cmd|1',
    '../..',
    'a/b',
    'a.b',
    'task-force',
    '',
    ' ',
    'x'.repeat(201),
    ...naughty,
  );
  const key = fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 12 }), fc.stringMatching(/^[a-z0-9]{1,6}$/));
  const value = fc.oneof(
    { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
    hostile,
    fc.jsonValue({ maxDepth: 3 }),
    fc.integer({ min: 19_999, max: 20_002 }).map((length) => 'h'.repeat(length)),
  );
  /** Objects as JSON text, so that `__proto__` and repeated keys reach the parser. */
  const object = (name: fc.Arbitrary<string>, inner: fc.Arbitrary<string>, maxLength = 4) =>
    fc
      .array(fc.tuple(name, inner), { maxLength })
      .map((entries) => `{${entries.map(([one, text]) => `${JSON.stringify(one)}:${text}`).join(',')}}`);
  const json = value.map((one) => JSON.stringify(one));
  const sheets = fc.oneof({ weight: 3, arbitrary: object(key, object(key, json)) }, json);
  const part = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        format: fc.constant(JSON.stringify(format)),
        version: fc.oneof({ weight: 4, arbitrary: fc.constant('1') }, json),
        sheets,
      }),
    },
    { weight: 1, arbitrary: fc.record({ format: json, version: json, sheets: json }, { requiredKeys: [] }) },
  );
  const wellFormed = fc.tuple(part, fc.option(object(key, json, 1), { nil: '{}', freq: 5 })).map(([parts, more]) => {
    const own = Object.entries(parts)
      .map(([name, text]) => `"${name}":${text}`)
      .join(',');
    return `{${[own, more.slice(1, -1)].filter(Boolean).join(',')}}`;
  });
  /** A real file, cut or with characters changed. */
  const broken = fc
    .tuple(wellFormed, fc.nat(), fc.nat(3), fc.string({ unit: 'binary', maxLength: 3 }))
    .map(([text, place, count, insert]) => {
      const at = place % (text.length + 1);
      return text.slice(0, at) + insert + text.slice(at + count);
    });
  const outcomes = { refused: 0, taken: 0 };

  /** Opens a text as the page does: refused files change nothing, and what is taken holds only valid sheets. */
  function check(text: string, how: 'merge' | 'replace'): void {
    const store = new Store(new FakeDevice().tab());
    store.sheet('task-force').setMany({ name: 'Ring', county: 'King' });
    const before = store.toFile();
    try {
      store.open(readFile(text), how);
      outcomes.taken += 1;
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      expect(error.message.length).toBeLessThan(250);
      outcomes.refused += 1;
      expect(store.toFile()).toBe(before);
      return;
    }
    for (const [id, values] of Object.entries(store.all)) {
      expect(isSheetId(id)).toBe(true);
      for (const [field, words] of Object.entries(values))
        if (!isFieldName(field) || typeof words !== 'string' || words === '' || words.length > limits.value)
          expect.fail(`${id} ${field}`);
    }
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
    if (how === 'merge')
      expect({ ...store.sheet('task-force').values }).toMatchObject({ name: 'Ring', county: 'King' });
    expect(plain(readFile(store.toFile()))).toEqual(plain(store.all));
  }
  const how = fc.constantFrom('merge' as const, 'replace' as const);

  it('that are JSON, with wrong, missing, extra, huge or hostile values', () => {
    fc.assert(fc.property(wellFormed, how, check), { numRuns: 5500 });
    // Both ways are taken often enough to mean something.
    expect(Math.min(outcomes.refused, outcomes.taken)).toBeGreaterThan(300);
  });

  it('that are cut or changed, or no JSON at all', () => {
    fc.assert(
      fc.property(
        fc.oneof({ weight: 3, arbitrary: broken }, fc.string({ unit: 'binary', maxLength: 200 })),
        how,
        check,
      ),
      { numRuns: 5500 },
    );
  });
});

it('reads no damage from the device either', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
      const device = new FakeDevice();
      const medium = device.tab();
      medium.write('csec-toolkits:kept', '1');
      medium.write('csec-toolkits:sheet:x:1-a', text);
      const store = new Store(medium);
      expect(store.all).toEqual({});
      expect(store.status.kind).toBe('corrupt');
    }),
    { numRuns: 1000 },
  );
});
