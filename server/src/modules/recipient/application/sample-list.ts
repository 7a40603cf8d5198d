/** Headings of the example list. */
export const SAMPLE_HEADERS = ['nama', 'nomor', 'poli', 'jadwal'] as const;

/** Rows of the example list, wrong ones included. */
const SAMPLE_SIZE = 50;

const GIVEN_NAMES = [
  'Sari',
  'Budi',
  'Dewi',
  'Agus',
  'Rina',
  'Joko',
  'Wati',
  'Hendra',
  'Lestari',
  'Yusuf',
];
const FAMILY_NAMES = ['Contoh', 'Percobaan', 'Latihan', 'Misalnya', 'Umpama'];
const CLINICS = ['Poli Anak', 'Poli Paru', 'Poli Jantung', 'Poli Gigi'];
const DAYS = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat'];

/** What goes wrong in real lists, by row of the list (from 1): each shows one sentence of the report. */
const WRONG_NUMBERS: Readonly<Record<number, string>> = {
  7: 'belum ada',
  14: '0812-00',
  21: '',
  28: '0812-0000-0028 / 0812-0000-0128',
  35: '0812-0000-0001',
  42: '6,2812E+12',
};

/** The spellings of a number that people use; the last four digits count the rows. */
const SPELLINGS: readonly ((row: string) => string)[] = [
  (row) => `0812-0000-${row}`,
  (row) => `08120000${row}`,
  (row) => `+62 812 0000 ${row}`,
  (row) => `628120000${row}`,
];

/**
 * The example list, by {@link SAMPLE_HEADERS}: 50 fictional patients, some with a number that cannot be
 * used or that stands there twice. Always the same.
 */
export function sampleRows(): string[][] {
  return Array.from({ length: SAMPLE_SIZE }, (_, place) => {
    const row = place + 1;
    const name = `${pick(GIVEN_NAMES, place)} ${pick(FAMILY_NAMES, Math.floor(place / 10))}`;
    const spelled = pick(SPELLINGS, place)(String(row).padStart(4, '0'));
    const schedule = `${pick(DAYS, place)} pukul ${8 + (place % 4)}.00`;
    return [name, WRONG_NUMBERS[row] ?? spelled, pick(CLINICS, place), schedule];
  });
}

/** The example list as a person would paste it. */
export function sampleText(): string {
  return [SAMPLE_HEADERS, ...sampleRows()].map((fields) => fields.join('|')).join('\n');
}

function pick<T>(values: readonly T[], place: number): T {
  return values[place % values.length] as T;
}
