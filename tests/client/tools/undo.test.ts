import { expect, it } from 'vitest';
import { addRow, removeRow, rowsOf } from '../../../src/client/store/rows.ts';
import { Store } from '../../../src/client/store/sheet-store.ts';
import { Undo } from '../../../src/client/tools/undo.ts';
import { FakeDevice } from '../store/fake-medium.ts';

function list(device = new FakeDevice()) {
  const store = new Store(device.tab());
  const sheet = store.sheet('checklists/phase-1');
  return { store, sheet, undo: new Undo(sheet) };
}

it('brings back what a reset took, and keeps what was written since', () => {
  const { sheet, undo } = list();
  sheet.setMany({ 'step.ask.done': 'yes', 'step.ask.owner': 'Chair', 'step.rest.note': 'old' });
  undo.do('the reset', () => sheet.clear());
  expect([{ ...sheet.values }, undo.words]).toEqual([{}, 'the reset']);
  sheet.setMany({ 'step.rest.note': 'new', 'step.other.done': 'yes' });
  undo.undo();
  expect({ ...sheet.values }).toEqual({
    'step.ask.done': 'yes',
    'step.ask.owner': 'Chair',
    'step.rest.note': 'new',
    'step.other.done': 'yes',
  });
  expect(undo.words).toBe('');
  undo.undo();
  expect(sheet.get('step.ask.owner')).toBe('Chair');
});

it('brings a removed step back beside one that was added since', () => {
  const { sheet, undo } = list();
  const add = (text: string): string => {
    const { key, changes } = addRow(sheet.values, 'added.before', { text });
    sheet.setMany(changes);
    return key;
  };
  const [first, second] = [add('One'), add('Two')];
  undo.do('removing your step', () => sheet.setMany(removeRow(sheet.values, 'added.before', first!)));
  const third = add('Three');
  undo.undo();
  expect(rowsOf(sheet.values, 'added.before').sort()).toEqual([first, second, third].sort());
  expect(sheet.get(`added.before.${first}.text`)).toBe('One');
});

it('tells those who listen only of what changed', () => {
  const { sheet, undo } = list();
  sheet.setMany({ 'step.ask.done': 'yes', 'step.rest.note': 'old' });
  undo.do('it', () => sheet.set('step.ask.done', ''));
  const heard: unknown[] = [];
  sheet.subscribe(({ fields }) => heard.push(fields));
  undo.undo();
  expect(heard).toEqual([['step.ask.done']]);
});

it('brings nothing back after everything was erased, here or in another tab', () => {
  const device = new FakeDevice();
  const [here, there] = [list(device), list(device)];
  for (const { sheet, undo } of [here, there]) {
    sheet.set('step.ask.note', 'private');
    undo.do('the reset', () => sheet.clear());
  }
  const heard: unknown[] = [];
  there.sheet.subscribe(({ fields }) => heard.push([fields, there.undo.words]));
  here.store.eraseAll();
  device.settle();
  for (const { sheet, undo } of [here, there]) {
    expect(undo.words).toBe('');
    undo.undo();
    expect({ ...sheet.values }).toEqual({});
  }
  // The button goes with it, although the sheet was empty already.
  expect(heard).toEqual([[[], '']]);
});
