import { describe, expect, it } from '@jest/globals';
import { detectColumns } from './column-detection.js';
import { nameHeaderScore, phoneHeaderScore } from './header-names.js';
import { type SheetRow, textCell } from './sheet-cell.js';

const sheet = (...rows: string[][]): SheetRow[] =>
  rows.map((texts, place) => ({ rowNumber: place + 1, cells: texts.map(textCell) }));

describe('phoneHeaderScore', () => {
  it.each([
    ...['nomor', 'no hp', 'No. HP', 'nohp', 'NO_HP', 'NoHP', 'telepon', 'No. Telp', 'telp', 'WA'],
    ...['nomor wa', 'Nomor WA', 'No.WA', 'whatsapp', 'No Whatsapp', 'phone', 'Phone Number'],
    ...['mobile', 'HP', 'handphone', 'msisdn', 'No HP Pasien', 'Nomor Telepon/HP', 'kontak'],
  ])('takes %j for a phone column', (header) => {
    expect(phoneHeaderScore(header)).toBeGreaterThan(0);
  });

  it.each([
    ...['', 'no', 'nama', 'No. RM', 'Nomor Rekam Medis', 'nomor antrian', 'No BPJS', 'alamat'],
    ...['wahana', 'tanggal', 'Silakan isi nomor telepon pasien di bawah ini'],
  ])('does not take %j for one', (header) => {
    expect(phoneHeaderScore(header)).toBe(0);
  });

  it('prefers WhatsApp to any phone, and a plain phone header to one with other words', () => {
    expect(phoneHeaderScore('Nomor WA')).toBeGreaterThan(phoneHeaderScore('No HP'));
    expect(phoneHeaderScore('No HP')).toBeGreaterThan(phoneHeaderScore('Telepon Rumah'));
    expect(phoneHeaderScore('Telepon Rumah')).toBeGreaterThan(phoneHeaderScore('Nomor'));
  });
});

describe('nameHeaderScore', () => {
  it.each(['nama', 'Nama Pasien', 'NAME', 'penerima', 'Nama Lengkap', 'full_name', 'Nama Peserta'])(
    'takes %j for a name column',
    (header) => {
      expect(nameHeaderScore(header)).toBeGreaterThan(0);
    },
  );

  it.each(['Nama Dokter', 'nama poli', 'username', 'alamat', ''])('does not take %j', (header) => {
    expect(nameHeaderScore(header)).toBe(0);
  });
});

describe('detectColumns', () => {
  it('finds the header below a title, and its columns', () => {
    const detected = detectColumns(
      sheet(
        ['Daftar nomor HP pasien'],
        [],
        ['No', 'Nama Dokter', 'Nama Pasien', 'Telp Rumah', 'No. WA'],
        ['1', 'dr. Sari', 'Budi', '021 12345678', '0812-0000-0001'],
      ),
    );
    expect(detected.headerRow).toBe(3);
    expect(detected.suggestion).toEqual({ phone: 4, name: 2 });
    expect(detected.columns[2]).toEqual({ index: 2, header: 'Nama Pasien', samples: ['Budi'] });
  });

  it('suggests by content where no header names a phone column', () => {
    const detected = detectColumns(
      sheet(
        ['1', '3171000000000001', 'Ibu Sari', 'Anak', '081200000001'],
        ['2', '3171000000000002', 'Budi Santoso', 'Anak', '0812-0000-0002'],
        ['3', '3171000000000003', "Siti Nur'aini", 'Anak', 'belum ada'],
      ),
    );
    expect(detected.headerRow).toBeNull();
    expect(detected.suggestion).toEqual({ phone: 4, name: 2 });
    expect(detected.columns.map(({ header }) => header)).toEqual(['', '', '', '', '']);
  });

  it('does not take a row that holds a number for the header', () => {
    const detected = detectColumns(sheet(['081200000001', 'telepon dulu'], ['081200000002', 'x']));
    expect(detected.headerRow).toBeNull();
  });

  it('chooses between equal headers by what the columns hold', () => {
    const detected = detectColumns(
      sheet(['Nama', 'No HP', 'No HP'], ['Sari', '-', '081200000001'], ['Budi', '', '0812000000']),
    );
    expect(detected.suggestion.phone).toBe(2);
  });

  it('leaves out columns that hold nothing, and survives rows with gaps', () => {
    const gaps: SheetRow = { rowNumber: 2, cells: [textCell('Sari'), undefined, textCell('0812')] };
    const detected = detectColumns([...sheet(['Nama', '', 'No HP', '']), gaps]);
    expect(detected.columns.map(({ index }) => index)).toEqual([0, 2]);
  });

  it('suggests nothing when nothing fits', () => {
    expect(detectColumns(sheet(['x', '12'], ['x', '13'])).suggestion.phone).toBeNull();
    expect(detectColumns([]).columns).toEqual([]);
  });
});
