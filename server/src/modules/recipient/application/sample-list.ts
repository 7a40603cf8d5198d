/** A fictional patient of the example list, as typed. */
export interface SamplePatient {
  readonly phone: string;
  readonly name: string;
  readonly appointment: Date;
  readonly clinic: string;
}

/** Names of the columns of the example list, in the order of {@link SamplePatient}. */
export const SAMPLE_HEADERS = ['Nomor WA', 'Nama', 'Tanggal Kontrol', 'Poli'] as const;

/** Fictional patients in the example list. */
const PATIENTS = 50;

const FIRST_NAMES = 'Sari Budi Dewi Agus Rina Joko Maya Hasan Lestari Yudi'.split(' ');
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
 * The example list: fictional patients with appointments in the weeks after `now` (milliseconds since
 * the epoch), some rows wrong on purpose.
 */
export function samplePatients(now: number): SamplePatient[] {
  return Array.from({ length: PATIENTS }, (_, n) => ({
    phone: UNUSUAL_NUMBERS.get(n) ?? `0812-0000-00${String(n + 1).padStart(2, '0')}`,
    name: `${pick(FIRST_NAMES, n)} ${pick(LAST_NAMES, Math.floor(n / FIRST_NAMES.length))}`,
    appointment: new Date(Math.floor(now / DAY_MS + 7 + n / 5) * DAY_MS),
    clinic: pick(CLINICS, n),
  }));
}

/** The example list as a person would paste it. */
export function sampleText(now: number): string {
  const day = new Intl.DateTimeFormat('id-ID', {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const rows = samplePatients(now).map(({ phone, name, appointment, clinic }) => [
    phone,
    name,
    day.format(appointment),
    clinic,
  ]);
  return [SAMPLE_HEADERS, ...rows].map((fields) => fields.join('\t')).join('\n');
}

function pick(values: readonly string[], place: number): string {
  return values[place % values.length] as string;
}
