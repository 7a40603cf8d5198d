import { buffer } from 'node:stream/consumers';
import { type CellContent, type SheetColumn, writeSheet } from './sheet-writer.js';

const COLUMNS: readonly SheetColumn[] = [
  { header: 'Nomor WA', width: 22 },
  { header: 'Nama', width: 26 },
  { header: 'Tanggal Kontrol', width: 18, kind: 'date' },
  { header: 'Poli', width: 18 },
];

/** Fictional patients in the example file. */
const PATIENTS = 50;

const FIRST_NAMES = [
  'Sari',
  'Budi',
  'Dewi',
  'Agus',
  'Rina',
  'Joko',
  'Maya',
  'Hasan',
  'Lestari',
  'Yudi',
];
const LAST_NAMES = ['Contoh', 'Misalnya', 'Percobaan', 'Andaikata', 'Umpama'];
const CLINICS = ['Poli Anak', 'Poli Gigi', 'Poli Mata', 'Poli Paru', 'Poli Jantung'];

/**
 * What goes wrong in real lists, by the patient (from 0) who has it: every spelling of a good number,
 * and one row for each common fault, so that the first report a user sees explains itself.
 */
const UNUSUAL_NUMBERS: ReadonlyMap<number, string> = new Map([
  [1, '+62 812-0000-0002'],
  [2, '62 812 0000 0003'],
  [3, '(0812) 0000.0004'],
  [4, '81200000005'],
  [11, 'belum ada'],
  [18, '0812-0000'],
  [25, ''],
  [32, '6,28E+12'],
  [39, '0812-0000-0001'], // the first patient's once more
  [46, '0812-0000-0047 / 0812-0000-0099'],
]);

const DAY_MS = 86_400_000;

/**
 * The example file for Upload Excel: fictional patients with appointments in the weeks after `now`
 * (milliseconds since the epoch), some rows wrong on purpose.
 */
export async function writeTemplate(now: number): Promise<Buffer> {
  return buffer(writeSheet('Penerima', COLUMNS, patients(now)));
}

function* patients(now: number): Generator<CellContent[]> {
  for (let n = 0; n < PATIENTS; n += 1) {
    const number = `0812-0000-00${String(n + 1).padStart(2, '0')}`;
    const name = `${FIRST_NAMES[n % 10] as string} ${LAST_NAMES[Math.floor(n / 10)] as string}`;
    const day = new Date(Math.floor(now / DAY_MS + 7 + n / 5) * DAY_MS);
    yield [UNUSUAL_NUMBERS.get(n) ?? number, name, day, CLINICS[n % CLINICS.length] ?? null];
  }
}
