import { afterAll, expect, it } from 'vitest';
import { Typesetter } from '../../scripts/typesetter.ts';
import { pdf } from '../../src/formats/pdf.ts';
import { layOut } from '../../src/formats/pdf/layout.ts';
import { kitchenSink } from '../root.ts';
import { publicationOf } from '../formats/publication.ts';

const typesetter = new Typesetter(1);
afterAll(() => typesetter.stop());
const [json = ''] = layOut(
  pdf.jobs(publicationOf(kitchenSink)).find(({ file }) => file === 'csec-checklist-steps.pdf')!.input,
).volumes;
const start = (set: Uint8Array) => new TextDecoder().decode(set.subarray(0, 5));

it('sets what it is given in its order, and goes on after a document that cannot be set', async () => {
  const ended: number[] = [];
  const orders = [json, '{"title": 1}', json].map((order, place) =>
    typesetter.typeset(order).finally(() => ended.push(place)),
  );
  const [first, fault, last] = await Promise.allSettled(orders);
  expect(ended).toEqual([0, 1, 2]);
  expect(first).toMatchObject({ status: 'fulfilled' });
  expect(fault).toMatchObject({
    status: 'rejected',
    reason: expect.objectContaining({ message: expect.stringContaining('document.typ') }),
  });
  expect((last as PromiseFulfilledResult<Uint8Array>).value).toEqual(
    (first as PromiseFulfilledResult<Uint8Array>).value,
  );
}, 60_000);

it('sets the parts of a longer document before what was given earlier', async () => {
  const ended: string[] = [];
  const set = (name: string, isPart?: boolean) => typesetter.typeset(json, isPart).then(() => ended.push(name));
  await Promise.all([set('first'), set('second'), set('part', true), set('next part', true)]);
  expect(ended).toEqual(['first', 'part', 'next part', 'second']);
}, 60_000);

it('begins anew after it was stopped', async () => {
  await typesetter.stop();
  expect(start(await typesetter.typeset(json))).toBe('%PDF-');
}, 60_000);

it('gives each document to one thread, and each asker its own', async () => {
  const two = new Typesetter(2);
  const titles = ['Oak', 'Elm', 'Yew', 'Fir', 'Ash'];
  const orders = titles.map((title) => two.typeset(JSON.stringify({ ...(JSON.parse(json) as object), title })));
  const sets = await Promise.all(orders).finally(() => two.stop());
  // Bookmarks have titles, too; that of the file comes last.
  const titleOf = (set: Uint8Array) =>
    [...new TextDecoder('latin1').decode(set).matchAll(/\/Title \((\w+)\)/g)].at(-1)?.[1];
  expect(sets.map(titleOf)).toEqual(titles);
}, 60_000);
