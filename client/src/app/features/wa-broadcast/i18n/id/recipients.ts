/** Bahasa Indonesia of the second part: who receives the message. */
export const source = {
  label: 'Cara mengisi penerima',
  help: 'Freetext atau Upload Excel: pilih salah satunya.',
  freetext: 'Freetext',
  excel: 'Upload Excel',
  replaceTitle: 'Ganti daftar penerima?',
  replaceText: '{n} penerima sekarang akan diganti. Lanjut?',
  replaceYes: 'Lanjut',
  replaceNo: 'Batal',
  kept: { one: '{n} penerima tersimpan', other: '{n} penerima tersimpan' },
  keptHint: 'Perbaiki atau hapus penerima satu per satu di bawah, atau ganti seluruh daftarnya.',
  replace: 'Ganti daftar',
  keep: 'Batal ganti, pakai daftar yang tersimpan',
} as const;

/** Bahasa Indonesia of recipients as freetext. */
export const freetext = {
  label: 'Nomor penerima',
  hint: 'Satu nomor per baris. Boleh dengan nama: 0812…|Ibu Sari. Isian | berikutnya menjadi {first}, {second}.',
  placeholder: '0812-0000-0001|Ibu Sari',
  counts: '{valid} valid · {duplicates} ganda · {rejected} ditolak',
  countsOptedOut: '{valid} valid · {duplicates} ganda · {rejected} ditolak · {optedOut} berhenti',
  reading: 'Membaca…',
  issues: 'Baris yang tidak dipakai',
  moreIssues: 'Hanya {n} baris pertama yang ditampilkan.',
} as const;

/** Bahasa Indonesia of recipients from a file. */
export const upload = {
  drop: 'Seret berkas ke sini, atau',
  choose: 'Pilih berkas',
  other: 'Pilih berkas lain',
  accepted: 'Diterima: .xlsx dan .csv. Satu penerima per baris, dengan kolom nomor.',
  template: 'Unduh contoh file',
  templateHint: '50 pasien rekaan, beberapa barisnya sengaja salah.',
  uploading: 'Mengunggah {file}…',
  inspecting: 'Membuka {file}…',
  reading: { one: '{n} baris terbaca…', other: '{n} baris terbaca…' },
  wrongKind: 'Berkas {file} bukan .xlsx atau .csv. Pilih berkas Excel atau CSV.',
  oneOnly: 'Pilih satu berkas saja.',
} as const;

/** Bahasa Indonesia of the choice of columns. */
export const columns = {
  title: 'Kolom mana yang berisi nomor WA?',
  sheet: 'Lembar {name}',
  headerRow: 'Judul kolom',
  headerAt: 'Baris {row}',
  noHeader: 'Tidak ada judul kolom',
  phone: 'Kolom nomor',
  name: 'Kolom nama',
  noName: 'Tidak ada kolom nama',
  column: 'Kolom {letter}',
  named: '{letter}: {header}',
  preview: '5 baris pertama',
  row: 'Baris',
  others: 'Kolom lain dapat dipakai sebagai data di dalam pesan.',
  asPhone: 'nomor',
  asName: 'nama',
  read: 'Baca daftar ini',
  phoneMissing: 'Pilih kolom nomor.',
} as const;

/** Bahasa Indonesia of what became of the rows of a file. */
export const report = {
  title: 'Hasil pembacaan',
  file: '{file}: {n} baris',
  valid: 'Valid ({n})',
  duplicate: 'Ganda ({n})',
  rejected: 'Ditolak ({n})',
  row: 'Baris',
  name: 'Nama',
  phone: 'Nomor',
  value: 'Isi',
  reason: 'Alasan',
  optedOut: '{n} di antara yang valid dilewati (berhenti): minta tidak dikirimi lagi.',
  noValid: 'Tidak ada baris yang valid.',
  noDuplicate: 'Tidak ada nomor ganda.',
  noRejected: 'Tidak ada baris yang ditolak.',
  download: 'Unduh baris yang ditolak',
  downloadHint: 'Perbaiki di Excel, lalu unggah lagi.',
} as const;

/** Bahasa Indonesia of correcting single recipients. */
export const correct = {
  search: 'Cari nama atau nomor',
  edit: 'Perbaiki',
  editOf: 'Perbaiki {name}',
  remove: 'Hapus',
  removeOf: 'Hapus {name}',
  removeTitle: 'Hapus penerima ini?',
  removeText: '{name} tidak akan dikirimi pesan ini.',
  removed: 'Penerima dihapus.',
  saved: 'Penerima diperbaiki.',
  title: 'Perbaiki penerima',
  phone: 'Nomor WA',
  name: 'Nama (boleh kosong)',
  atOnce: 'Perbaikan di sini langsung tersimpan.',
  none: 'Tidak ada penerima yang cocok.',
} as const;
