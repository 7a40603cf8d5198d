/** Words that people use for the usual columns, in both languages. */
const MEANINGS: readonly (readonly string[])[] = [
  ['nama', 'name', 'nm', 'namapasien', 'pasien', 'patient'],
  ['nomor', 'number', 'no', 'nohp', 'hp', 'phone', 'telepon', 'wa'],
  ['tanggal', 'tgl', 'date'],
  ['jadwal', 'schedule'],
  ['jam', 'waktu', 'pukul', 'time'],
  ['dokter', 'dr', 'doctor'],
  ['poli', 'poliklinik', 'klinik', 'clinic'],
  ['alamat', 'address'],
];

/** A typing error is allowed for so many letters of a name. */
const LETTERS_PER_ERROR = 3;

/** Shorter beginnings fit too many names. */
const SHORTEST_BEGINNING = 3;

/**
 * The name among `names` that was probably meant by `wanted`: another word for the same, one with a
 * typing error, or one that `wanted` is the beginning of. Null when none is near.
 */
export function nearestName(wanted: string, names: readonly string[]): string | null {
  const key = squeeze(wanted);
  return sameMeaning(key, names) ?? mistyped(key, names) ?? longer(key, names) ?? null;
}

function sameMeaning(key: string, names: readonly string[]): string | undefined {
  const words = MEANINGS.find((meaning) => meaning.includes(key)) ?? [];
  return names.find((name) => words.includes(squeeze(name)));
}

function mistyped(key: string, names: readonly string[]): string | undefined {
  const allowed = Math.floor(key.length / LETTERS_PER_ERROR);
  return names
    .map((name) => ({ name, distance: editDistance(key, squeeze(name)) }))
    .filter(({ distance }) => distance <= allowed)
    .sort((a, b) => a.distance - b.distance)[0]?.name;
}

function longer(key: string, names: readonly string[]): string | undefined {
  if (key.length < SHORTEST_BEGINNING) return undefined;
  return names.find((name) => squeeze(name).startsWith(key));
}

function squeeze(name: string): string {
  return name.toLowerCase().replaceAll('_', '');
}

/** Letters to add, remove or change to make `b` of `a` (Levenshtein). Names have at most 64 letters. */
function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(change, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    above = row;
  }
  return above[b.length] ?? 0;
}
