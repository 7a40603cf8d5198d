import type { Sentence } from './error-texts.js';
import { fillSentence } from './fill-sentence.js';
import type { ImportIssue, RecipientImportView } from './recipient-import.contract.js';

/** Languages of the product. */
type Language = 'id' | 'en';

/**
 * Why one row of a list did not become a recipient, by the stable code of its reason. `{row}` is the
 * number that a spreadsheet shows beside the row, `{value}` what stood where the number should be.
 */
export const importIssueTexts = {
  empty: { id: 'Baris {row}: nomor telepon kosong', en: 'Row {row}: the phone number is empty' },
  'not-a-phone': {
    id: "Baris {row}: '{value}' bukan nomor telepon",
    en: "Row {row}: '{value}' is not a phone number",
  },
  'several-numbers': {
    id: "Baris {row}: '{value}' berisi lebih dari satu nomor. Tulis satu nomor per baris",
    en: "Row {row}: '{value}' holds more than one number. Write one number per row",
  },
  'digits-lost': {
    id: "Baris {row}: angka nomor '{value}' ada yang hilang karena format Excel. Ubah kolomnya menjadi Teks, lalu ketik ulang nomornya",
    en: "Row {row}: the spreadsheet lost digits of '{value}'. Set the column to Text and type the number again",
  },
  'too-short': {
    id: "Baris {row}: nomor '{value}' kurang angkanya",
    en: "Row {row}: the number '{value}' has too few digits",
  },
  'too-long': {
    id: "Baris {row}: nomor '{value}' kelebihan angka",
    en: "Row {row}: the number '{value}' has too many digits",
  },
  'country-unclear': {
    id: "Baris {row}: nomor '{value}' tidak diawali 0, 62 atau +. Tambahkan kode negaranya",
    en: "Row {row}: the number '{value}' begins with none of 0, 62 or +. Add its country code",
  },
  'invalid-number': {
    id: "Baris {row}: '{value}' bukan nomor yang dipakai operator mana pun. Periksa angkanya",
    en: "Row {row}: no operator has the number '{value}'. Check its digits",
  },
  'formula-without-value': {
    id: 'Baris {row}: nomor berisi rumus tanpa hasil. Buka berkas di Excel, simpan, lalu unggah ulang',
    en: 'Row {row}: the number is a formula without a result. Open the file in Excel, save it, then upload it again',
  },
  'cell-error': {
    id: 'Baris {row}: kolom nomor berisi kesalahan Excel {value}',
    en: 'Row {row}: the phone column holds the spreadsheet error {value}',
  },
  'date-in-phone': {
    id: "Baris {row}: kolom nomor terbaca sebagai tanggal '{value}'. Ubah kolomnya menjadi Teks",
    en: "Row {row}: the phone column was turned into the date '{value}'. Set the column to Text",
  },
  'name-too-long': {
    id: 'Baris {row}: nama terlalu panjang, {length} huruf. Batasnya {limit}',
    en: 'Row {row}: the name is too long, {length} characters. The limit is {limit}',
  },
  'variable-too-long': {
    id: 'Baris {row}: isi kolom {column} terlalu panjang, {length} huruf. Batasnya {limit}',
    en: 'Row {row}: the value of {column} is too long, {length} characters. The limit is {limit}',
  },
  'variables-too-long': {
    id: 'Baris {row}: isi semua kolom terlalu panjang, {length} huruf. Batasnya {limit}',
    en: 'Row {row}: the values of all columns are too long, {length} characters. The limit is {limit}',
  },
  'too-many-variables': {
    id: 'Baris {row}: ada {found} isian tambahan. Batasnya {limit}',
    en: 'Row {row}: there are {found} further fields. The limit is {limit}',
  },
  duplicate: {
    id: 'Baris {row}: {value} sudah ada di baris {firstRow}',
    en: 'Row {row}: {value} already stands in row {firstRow}',
  },
} as const satisfies Record<string, Sentence>;

const UNKNOWN_ISSUE: Sentence = {
  id: "Baris {row}: '{value}' tidak dapat dipakai",
  en: "Row {row}: '{value}' cannot be used",
};

/** Why a whole list could not be read, by the stable code of its failure, and what to do next. */
export const importFailureTexts = {
  'not-a-spreadsheet': {
    id: 'Berkas ini {found}. Yang diterima: .xlsx dan .csv.',
    en: 'This file is {found}. Accepted are .xlsx and .csv.',
  },
  'old-excel': {
    id: 'Ini berkas Excel lama (.xls). Buka di Excel, simpan sebagai .xlsx, lalu unggah lagi.',
    en: 'This is an old Excel file (.xls). Open it in Excel, save it as .xlsx, then upload it again.',
  },
  macros: {
    id: 'Berkas ini berisi makro. Simpan sebagai .xlsx tanpa makro, lalu unggah lagi.',
    en: 'This file carries macros. Save it as .xlsx without macros, then upload it again.',
  },
  encrypted: {
    id: 'Berkas ini dikunci kata sandi. Simpan tanpa kata sandi, lalu unggah lagi.',
    en: 'This file is locked with a password. Save it without one, then upload it again.',
  },
  doctype: {
    id: 'Berkas ini tidak dibuat oleh program spreadsheet dan ditolak demi keamanan. Salin isinya ke berkas Excel baru.',
    en: 'No spreadsheet program made this file, so it was refused for safety. Copy its content to a new Excel file.',
  },
  'unsafe-entry-name': {
    id: 'Susunan berkas ini tidak wajar dan ditolak demi keamanan. Salin isinya ke berkas Excel baru.',
    en: 'The structure of this file is unusual, so it was refused for safety. Copy its content to a new Excel file.',
  },
  'too-many-entries': {
    id: 'Berkas ini berisi terlalu banyak bagian, misalnya gambar. Salin daftarnya saja ke berkas Excel baru.',
    en: 'This file holds too many parts, such as pictures. Copy the list alone to a new Excel file.',
  },
  'too-large': {
    id: 'Isi berkas ini lebih dari {limitMegabytes} MB setelah dibuka. Bagi menjadi beberapa berkas.',
    en: 'The content of this file is over {limitMegabytes} MB once unpacked. Split it into several files.',
  },
  'suspicious-compression': {
    id: 'Berkas ini dimampatkan secara tidak wajar dan ditolak demi keamanan. Salin isinya ke berkas Excel baru.',
    en: 'This file is compressed in an unusual way, so it was refused for safety. Copy its content to a new Excel file.',
  },
  'too-many-rows': {
    id: 'Daftar ini lebih dari {limit} baris. Bagi menjadi beberapa daftar.',
    en: 'This list has more than {limit} rows. Split it into several lists.',
  },
  'too-many-columns': {
    id: 'Berkas ini punya {found} kolom tambahan. Batasnya {limit}; hapus yang tidak dipakai.',
    en: 'This file has {found} further columns. The limit is {limit}; remove those you do not need.',
  },
  'no-visible-sheet': {
    id: 'Semua lembar di berkas ini disembunyikan. Tampilkan lembar yang berisi daftar.',
    en: 'Every sheet of this file is hidden. Show the one that holds the list.',
  },
  'empty-sheet': {
    id: 'Lembar pertama berkas ini kosong. Letakkan daftar penerima di lembar pertama.',
    en: 'The first sheet of this file is empty. Put the list on the first sheet.',
  },
  'column-missing': {
    id: 'Kolom nomor yang dipilih tidak ada di berkas. Unggah lagi lalu pilih kolomnya.',
    en: 'The chosen phone column is not in the file. Upload it again and choose the column.',
  },
  damaged: {
    id: 'Berkas ini rusak atau terpotong. Buka dan simpan ulang di Excel, lalu unggah lagi.',
    en: 'This file is damaged or cut off. Open it in Excel, save it again, then upload it.',
  },
  'reader-crashed': {
    id: 'Berkas ini tidak dapat dibaca. Salin daftarnya ke berkas Excel baru, lalu unggah lagi.',
    en: 'This file could not be read. Copy the list to a new Excel file, then upload it again.',
  },
  'reader-timeout': {
    id: 'Membaca berkas ini lebih dari {seconds} detik dan dihentikan. Bagi menjadi beberapa berkas, atau simpan sebagai .csv.',
    en: 'Reading this file took over {seconds} seconds and was stopped. Split it into several files, or save it as .csv.',
  },
  interrupted: {
    id: 'Server berhenti saat membaca daftar ini. Silakan unggah lagi.',
    en: 'The server stopped while it read this list. Please upload it again.',
  },
  unexpected: {
    id: 'Terjadi kesalahan di server saat membaca daftar ini. Coba unggah lagi.',
    en: 'Something went wrong on the server while it read this list. Try to upload it again.',
  },
} as const satisfies Record<string, Sentence>;

/** What a file that is no spreadsheet turned out to be, as the rest of "This file is …". */
const foundTexts: Readonly<Record<string, Sentence>> = {
  pdf: { id: 'dokumen PDF', en: 'a PDF document' },
  html: { id: 'halaman web', en: 'a web page' },
  word: { id: 'dokumen Word', en: 'a Word document' },
  image: { id: 'gambar', en: 'a picture' },
  zip: { id: 'berkas ZIP', en: 'a ZIP file' },
  ods: { id: 'berkas OpenDocument (.ods)', en: 'an OpenDocument file (.ods)' },
  xlsb: { id: 'berkas Excel biner (.xlsb)', en: 'a binary Excel file (.xlsb)' },
  empty: { id: 'kosong', en: 'empty' },
};
const FOUND_OTHER: Sentence = { id: 'bukan daftar Excel', en: 'not a spreadsheet' };

/** Rows are counted as spreadsheets show them: without separators. */
const PLACES = new Set(['row', 'firstRow']);
const BYTES_PER_MEGABYTE = 1024 * 1024;

/** The sentence that tells a clerk why a row was not taken, e.g. "Baris 37: 'belum ada' bukan nomor telepon". */
export function issueSentence(
  issue: Pick<ImportIssue, 'rowNumber' | 'value' | 'reason' | 'params'>,
  language: Language,
): string {
  const sentence: Sentence = sentenceOf(importIssueTexts, issue.reason) ?? UNKNOWN_ISSUE;
  const params = { value: issue.value, ...issue.params, row: issue.rowNumber };
  return fillSentence(sentence[language], shown(params, language));
}

/** The sentence that tells why a list could not be read and what to do next. */
export function importFailureSentence(
  failure: NonNullable<RecipientImportView['failure']>,
  language: Language,
): string {
  const sentence = sentenceOf(importFailureTexts, failure.code) ?? importFailureTexts.unexpected;
  const { found, limit } = failure.params;
  const params = {
    ...failure.params,
    found:
      typeof found === 'string' ? (foundTexts[found] ?? FOUND_OTHER)[language] : (found ?? null),
    limitMegabytes: typeof limit === 'number' ? Math.round(limit / BYTES_PER_MEGABYTE) : null,
  };
  return fillSentence(sentence[language], shown(params, language));
}

function sentenceOf(texts: Readonly<Record<string, Sentence>>, code: string): Sentence | null {
  return Object.hasOwn(texts, code) ? (texts[code] ?? null) : null;
}

/** Counts as people write them: 200.000 in Indonesian, 200,000 in English. */
function shown(
  params: Readonly<Record<string, string | number | null>>,
  language: Language,
): Record<string, string | number | null> {
  const format = new Intl.NumberFormat(language);
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'number' && !PLACES.has(name) ? format.format(value) : value,
    ]),
  );
}
