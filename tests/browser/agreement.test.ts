import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isNightly } from '../nightly.ts';
import { converted, officePath, pagesOf } from '../programs.ts';
import { inBoth, type Person } from './journeys.ts';

/** By day as many as show that all of them come. */
const agencies = [
  'Harbor Police',
  'County Prosecutor',
  'Child Welfare Office',
  'Juvenile Probation',
  'School District 9',
  'Bay Advocates',
  'Valley Hospital',
  'Public Health Office',
].slice(0, isNightly ? 8 : 3);
const another = 'Ninth & Sons <b>Shelter</b>';

/** Writes the task force and its agencies, and keeps them. */
async function introduce({ open, tabTo, type, press, keep }: Person): Promise<void> {
  await open('my-task-force/');
  await tabTo('[name=name]');
  await type('Skagit Valley Task Force');
  await tabTo('[name=county]');
  await type('Skagit County');
  await press('Escape');
  for (const agency of agencies) {
    await tabTo('my-task-force [data-add]');
    await press('Enter');
    await type(agency);
    await press('Escape');
  }
  await keep();
}

inBoth('a memorandum of understanding, by keyboard alone', (person) => {
  it('is filled in for all agencies and another one, without an optional clause, printed, and found whole in Word', async () => {
    const { open, tabTo, press, type, save, text, tab } = person();
    await introduce(person());
    await open('templates/memorandum-of-understanding/');
    await tabTo('[data-action=fill]');
    await press('Enter');
    await tabTo('[data-switch="clause.joining.off"]');
    await press(' ');
    await tabTo('[data-members]');
    await press('Enter');
    await tabTo('[data-add=signers]');
    await press('Enter');
    await type(another);
    expect(await text('[data-progress]')).toMatch(/^[1-9]\d* of \d+ blanks are filled in\.$/);
    expect(await tab.evaluate(() => document.querySelectorAll('.signatures dl').length)).toBe(agencies.length + 1);
    // Typed words are words: no element was made of them.
    expect(
      await tab.evaluate(() => document.querySelector('template-tool b:not(.number, .article-number)')),
    ).toBeNull();

    await tabTo('.files > summary');
    await press('Enter');
    await tabTo('[data-action=word]');
    const { name, path } = await save(() => press('Enter'));
    expect(name).toBe('csec-template-memorandum-of-understanding.docx');
    expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK');
    // Other programs read it every night.
    if (officePath && isNightly) {
      const words = readFileSync(
        join(converted({ 'agreement.docx': readFileSync(path) }, 'txt:Text (encoded):UTF8'), 'agreement.txt'),
        'utf8',
      );
      for (const agency of [...agencies, another, 'Skagit Valley Task Force', 'Skagit County'])
        expect(words).toContain(agency);
      expect(words).not.toContain('Another organization may join by signing');
      expect(words).toMatch(/1\.2\s+Each member will name a point person/);
    }

    const printed = pagesOf(await tab.pdf({ format: 'Letter' }))
      .join(' ')
      // Firefox writes letters that touch (ffi) as one.
      .normalize('NFKC')
      .replace(/\s+/g, ' ');
    for (const agency of [...agencies, another]) expect(printed).toContain(agency);
    expect(printed).not.toMatch(/Another organization may join|Keep this clause|Add a signer/);
  });

  it('is still there after a reload, and moves and removes signers without losing the focus', async () => {
    const { open, tabTo, press, tab } = person();
    await open('templates/memorandum-of-understanding/');
    const signers = () =>
      tab.evaluate(() =>
        [...document.querySelectorAll<HTMLInputElement>('.signatures input[name$=".organization"]')].map(
          ({ value }) => value,
        ),
      );
    // What is kept comes from the disk a moment after the page.
    await expect.poll(signers).toEqual([...agencies, another]);
    await tabTo('.signatures dl:last-child [data-order^="up"]');
    await press('Enter', 'Enter');
    expect(await signers()).toEqual([...agencies.slice(0, -2), another, ...agencies.slice(-2)]);
    expect(await tab.evaluate(() => document.activeElement?.closest('dl')?.querySelector('input')?.value)).toBe(
      another,
    );
    await press('Tab', 'Tab', 'Enter');
    expect(await signers()).toEqual(agencies);
    expect(await tab.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON');
  });

  it('repeats a clause, counts anew, and puts what was written in the right copy', async () => {
    const { open, tabTo, press, type, tab } = person();
    await open('templates/memorandum-of-understanding/');
    await tabTo('[data-add="clause.other"]');
    await press('Enter');
    await type('Second organization');
    const copies = await tab.evaluate(() =>
      [...document.querySelectorAll('[data-clause=other]')].map((clause) => [
        clause.querySelector('.number')!.textContent,
        clause.querySelector('input')!.value,
      ]),
    );
    expect(copies).toEqual([
      ['6.14', ''],
      ['6.15', 'Second organization'],
    ]);
  });
});
