/** Words that make a header that of a phone column, wherever they stand in it. */
const PHONE_WORDS = new Set(
  'hp nohp handphone hape ponsel telepon telpon telp tlp tlpn phone mobile cellphone msisdn gsm'.split(
    ' ',
  ),
);
const WHATSAPP_WORDS = new Set(['wa', 'whatsapp', 'nowa']);
/** Headers that mean a phone number only when they say nothing else. */
const BARE_PHONE_HEADERS = new Set(
  'nomor nomer number kontak contact nokontak nomorkontak nomortujuan tujuan recipient'.split(' '),
);
/** `no_hp`, `NoHP`, `nomor-wa`, `PhoneNumber` and the like, once blanks are squeezed out. */
const SQUEEZED_PHONE =
  /^(?:no|nomor|nomer|num)?(?:wa|whatsapp|hp|handphone|hape|ponsel|telepon|telpon|telp|tlp|phone|mobile|mobilephone|msisdn)(?:no|nomor|number)?$/;

/** Longer headers are titles or sentences ("Daftar nomor telepon pasien kontrol bulan ini"). */
const MAX_HEADER_WORDS = 5;

const NAME_HEADERS = new Set(
  'nama namapasien namalengkap namapenerima name fullname patientname recipientname penerima pasien patient'.split(
    ' ',
  ),
);
/** "Nama dokter" is a name, though not the recipient's. */
const OTHER_NAMES = new Set(
  'dokter doctor poli poliklinik ruang ruangan klinik obat ibu ayah wali suami istri user file rs bank penjamin asuransi'.split(
    ' ',
  ),
);

/**
 * How surely a header names the column of phone numbers: 0 not at all, 1 a bare "Nomor", 2 a phone,
 * 3 a header that says nothing but phone, 4 WhatsApp.
 */
export function phoneHeaderScore(header: string): number {
  const words = wordsOf(header);
  if (words.length === 0 || words.length > MAX_HEADER_WORDS) return 0;
  if (words.some((word) => WHATSAPP_WORDS.has(word))) return 4;
  const squeezed = words.join('');
  if (SQUEEZED_PHONE.test(squeezed)) return squeezed.includes('wa') ? 4 : 3;
  if (words.some((word) => PHONE_WORDS.has(word))) return 2;
  return BARE_PHONE_HEADERS.has(squeezed) ? 1 : 0;
}

/** How surely a header names the column of recipients' names: 0 not at all, 1 perhaps, 2 surely. */
export function nameHeaderScore(header: string): number {
  const words = wordsOf(header);
  if (words.length === 0 || words.length > MAX_HEADER_WORDS) return 0;
  if (NAME_HEADERS.has(words.join(''))) return 2;
  const named = words[0] === 'nama' || words.at(-1) === 'name';
  return named && !words.some((word) => OTHER_NAMES.has(word)) ? 1 : 0;
}

function wordsOf(header: string): string[] {
  // Titles can be long; a header is judged by its beginning.
  return (
    header
      .slice(0, 200)
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
