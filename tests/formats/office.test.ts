import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { afterEach, expect, it, vi } from 'vitest';
import { dated, reproducible } from '../../src/formats/office.ts';

const zone = process.env.TZ;
afterEach(() => {
  process.env.TZ = zone;
  if (zone === undefined) delete process.env.TZ;
});

const parts = (id = 'idx9ab'): Record<string, string> => ({
  'word/document.xml': `<d xmlns:r="r"><a r:id="${id}"/><b r:embed="rId2"/><t>${id} id="rId2"</t></d>`,
  'word/_rels/document.xml.rels': `<Relationships><Relationship Id="rId2" Target="a.png"/><Relationship Id="${id}" Target="${id}"/></Relationships>`,
  'docProps/core.xml':
    '<c><dcterms:created xsi:type="dcterms:W3CDTF">2026-11-22T10:11:12Z</dcterms:created><dcterms:modified ' +
    'xsi:type="dcterms:W3CDTF">2026-11-22T10:11:12Z</dcterms:modified></c>',
  '_rels/.rels': '<Relationships><Relationship Id="rId1" Target="word/document.xml"/></Relationships>',
  '[Content_Types].xml': '<Types/>',
});
function office(texts: Record<string, string>, mtime: string, order = (paths: string[]) => paths): Uint8Array {
  const files: Zippable = { 'word/media/': new Uint8Array(), 'word/media/a.png': Uint8Array.of(0, 255, 254, 1) };
  for (const path of order(Object.keys(texts))) files[path] = strToU8(texts[path]!);
  return zipSync(files, { mtime: new Date(mtime) });
}
const text = (bytes: Uint8Array, path: string) => strFromU8(unzipSync(bytes)[path]!);

it('gives equal bytes for files that differ in time, order and random ids', () => {
  const one = reproducible(office(parts('idx9ab'), '2026-11-22T10:00:00'));
  const other = reproducible(office(parts('zzz000'), '2031-01-02T03:04:06', (paths) => paths.toReversed()));
  const words = (bytes: Uint8Array) =>
    Object.fromEntries(
      Object.entries(unzipSync(bytes)).map(([path, data]) => [
        path,
        strFromU8(data, true).replaceAll('zzz000', 'idx9ab'),
      ]),
    );
  expect(Object.keys(unzipSync(one))).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'docProps/core.xml',
    'word/_rels/document.xml.rels',
    'word/document.xml',
    'word/media/a.png',
  ]);
  expect(words(other)).toEqual(words(one));
  expect(reproducible(office(parts(), '2031-01-02T03:04:06', (paths) => paths.toReversed()))).toEqual(one);
  expect(reproducible(one)).toEqual(one);
});

it('numbers random relationship ids after the given ones, in attributes only', () => {
  const bytes = reproducible(office(parts(), '2026-11-22T10:00:00'));
  expect(text(bytes, 'word/_rels/document.xml.rels')).toBe(
    '<Relationships><Relationship Id="rId2" Target="a.png"/><Relationship Id="rId3" Target="idx9ab"/></Relationships>',
  );
  expect(text(bytes, 'word/document.xml')).toBe(
    '<d xmlns:r="r"><a r:id="rId3"/><b r:embed="rId2"/><t>idx9ab id="rId2"</t></d>',
  );
  expect(text(bytes, '_rels/.rels')).toContain('Id="rId1"');
});

it('hands each XML part to the edit and leaves pictures alone', () => {
  const seen: string[] = [];
  const bytes = reproducible(office(parts(), '2026-11-22T10:00:00'), (path, xml) => {
    seen.push(path);
    return path === '[Content_Types].xml' ? '<Types>é</Types>' : xml;
  });
  expect(seen.sort()).toEqual(Object.keys(parts()).sort());
  expect(text(bytes, '[Content_Types].xml')).toBe('<Types>é</Types>');
  expect(unzipSync(bytes)['word/media/a.png']).toEqual(Uint8Array.of(0, 255, 254, 1));
});

it('gives the properties one date', () => {
  const core = text(reproducible(office(parts(), '2026-11-22T10:00:00'), dated('2026-02-03')), 'docProps/core.xml');
  expect(core.match(/\d{4}-\d\d-\d\dT[\d:]+Z/g)).toEqual(['2026-02-03T00:00:00Z', '2026-02-03T00:00:00Z']);
});

it('writes the same bytes in every time zone', async () => {
  const written: Uint8Array[] = [];
  for (const name of ['Pacific/Auckland', 'America/Los_Angeles', 'UTC']) {
    process.env.TZ = name;
    vi.resetModules();
    const { reproducible: there } = (await import('../../src/formats/office.ts')) as {
      reproducible: typeof reproducible;
    };
    written.push(there(office(parts(), '2026-11-22T10:00:00')));
  }
  expect(written[1]).toEqual(written[0]);
  expect(written[2]).toEqual(written[0]);
});
