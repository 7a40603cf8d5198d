import { beforeEach, describe, expect, it } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import type { ColumnChoice, SheetPreview } from '#contracts/recipient-import.contract.js';
import { provideApp } from '../../../../testing/provide-app.js';
import { type Shown, show } from '../../testing/show.js';
import { ColumnChooser } from './column-chooser.js';

const preview = (suggestion: SheetPreview['suggestion']): SheetPreview => ({
  format: 'xlsx',
  sheetName: 'Pasien November',
  headerRow: 2,
  columns: ['Nama', 'No. HP', 'Poli'].map((header, index) => ({ index, header, samples: [] })),
  suggestion,
  firstRows: [
    ['Daftar pasien', '', ''],
    ['Nama', 'No. HP', 'Poli'],
    ...Array.from({ length: 8 }, (_, n) => [`Pasien ${n + 1}`, `0812-0000-000${n}`, 'Anak']),
  ],
});

describe('ColumnChooser', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({ providers: provideApp([]) });
  });

  const open = async (suggestion: SheetPreview['suggestion']) => {
    const inputs = { preview: preview(suggestion), fileName: 'pasien.xlsx' };
    const chooser = await show(ColumnChooser, inputs);
    const choices: ColumnChoice[] = [];
    chooser.component.chosen.subscribe((choice) => choices.push(choice));
    return { chooser, choices };
  };
  const choose = async (chooser: Shown<ColumnChooser>, field: number, option: string) => {
    const select = chooser.element.querySelectorAll('select')[field];
    const chosen = [...(select?.options ?? [])].find(({ label }) => label === option);
    if (!select || !chosen) throw new Error(`no option "${option}"`);
    select.value = chosen.value;
    select.dispatchEvent(new Event('change'));
    await chooser.settle();
  };

  it('shows five rows below the headers, under the number that the sheet gives them', async () => {
    const { chooser } = await open({ phone: 1, name: 0 });
    const rows = [...chooser.element.querySelectorAll('tbody th')].map((th) => th.textContent);
    expect(rows).toEqual(['3', '4', '5', '6', '7']);
    expect(chooser.screen.text()).toContain('pasien.xlsx · Lembar Pasien November');
  });

  it('takes over what the server suggests in one press', async () => {
    const { chooser, choices } = await open({ phone: 1, name: 0 });
    chooser.screen.button('Baca daftar ini').click();
    expect(choices).toEqual([{ headerRow: 2, phone: 1, name: 0 }]);
  });

  it('asks for the numbers where nobody could tell', async () => {
    const { chooser, choices } = await open({ phone: null, name: null });
    chooser.screen.button('Baca daftar ini').click();
    await chooser.settle();
    expect(choices).toEqual([]);
    expect(chooser.screen.role('alert')).toBe('Pilih kolom nomor.');

    await choose(chooser, 0, 'B: No. HP');
    expect(chooser.screen.role('alert')).toBe('');
    chooser.screen.button('Baca daftar ini').click();
    expect(choices).toEqual([{ headerRow: 2, phone: 1, name: null }]);
  });

  it('does not take one column for both', async () => {
    const { chooser, choices } = await open({ phone: 1, name: 0 });
    await choose(chooser, 0, 'A: Nama');
    chooser.screen.button('Baca daftar ini').click();
    expect(choices).toEqual([{ headerRow: 2, phone: 0, name: null }]);
  });

  it('counts the first row as a recipient where there are no headers', async () => {
    const { chooser, choices } = await open({ phone: 1, name: 0 });
    await choose(chooser, 2, 'Tidak ada judul kolom');
    expect(chooser.element.querySelector('tbody th')?.textContent).toBe('1');
    chooser.screen.button('Baca daftar ini').click();
    expect(choices).toEqual([{ headerRow: null, phone: 1, name: 0 }]);
  });
});
