/** Bahasa Indonesia of the page that writes a message. */
export const compose = {
  createTitle: 'Tambah Pesan',
  editTitle: 'Edit Pesan',
  step: 'Langkah 1 dari 3: Pesan dan penerima',
  part: { message: 'Pesan', recipients: 'Penerima', check: 'Periksa' },
  title: 'Judul (boleh kosong)',
  titleHint: 'Hanya terlihat di sini, tidak ikut terkirim.',
  device: 'Device pengirim',
  deviceHint: 'Balasan pasien masuk ke HP device ini.',
  deviceNotReady: 'belum terhubung',
  deviceNotReadyHint:
    'Device ini belum terhubung. Pesan bisa disimpan, dan dikirim setelah Scan Barcode.',
  noDevice: 'Belum ada device. Hubungkan nomor dulu, lalu kembali ke sini.',
  noDeviceLink: 'Hubungkan nomor dulu',
  text: 'Isi pesan',
  textLength: '{n} dari {limit} huruf',
  captionLength: '{n} dari {limit} huruf (keterangan lampiran)',
  format: {
    toolbar: 'Bentuk tulisan',
    bold: 'Tebal',
    italic: 'Miring',
    strike: 'Coret',
    emoji: 'Sisipkan emoji',
    emojiOf: 'Sisipkan {emoji}',
    help: 'Di WhatsApp: *tebal*, _miring_, ~coret~.',
  },
  variables: 'Sisipkan data penerima:',
  insert: 'Sisipkan {variable}',
  savedNotConfirmed: 'Pesan tersimpan. Periksa, lalu tekan Konfirmasi.',
  confirmedWarning:
    'Pesan ini sudah confirmed oleh {by}. Setelah diubah, pesan ini perlu Konfirmasi lagi.',
  refused: 'Pesan ini sudah mulai dikirim, jadi tidak bisa diubah.',
  refusedHint: 'Lihat kemajuannya di Detail Penerima, atau buat pesan baru.',
  createAnother: 'Tambah pesan baru',
  changedBySomebody: 'Pesan ini baru saja diubah orang lain. Muat ulang untuk melihat isinya.',
  changedMeanwhile: 'Muat ulang pesan ini',
} as const;

/** Bahasa Indonesia of the preview of a message. */
export const preview = {
  title: 'Pratinjau di HP pasien',
  example: 'Contoh penerima. Isi bagian Penerima untuk melihat yang sebenarnya.',
  empty: 'Pesan Anda tampil di sini.',
  place: 'Penerima {place} dari {total}',
  placeOfFirst: 'Penerima {place} dari {total} yang pertama',
  previous: 'Penerima sebelumnya',
  next: 'Penerima berikutnya',
  missing: 'belum ada isinya',
} as const;

/** Bahasa Indonesia of "Kirim tes ke nomor saya". */
export const test = {
  open: 'Kirim tes ke nomor saya',
  phone: 'Nomor WA Anda',
  phoneHint: 'Pesan pratinjau ini dikirim ke satu nomor saja.',
  phoneMissing: 'Isi nomor WA Anda.',
  send: 'Kirim tes',
  sending: 'Mengirim tes…',
  accepted: 'Tes terkirim ke {phone}. Periksa HP Anda.',
  refused: 'Tes tidak terkirim: {reason}.',
  unknown: 'Belum tentu terkirim: {reason}. Periksa HP Anda sebelum mencoba lagi.',
  needsText: 'Tulis isi pesan dan pilih device dulu.',
} as const;

/** Bahasa Indonesia of the third part: what is to be checked before Simpan. */
export const check = {
  waiting: 'Isi pesan dan penerima dulu. Hasil pemeriksaan tampil di sini.',
  willReceive: { one: '{n} penerima akan dikirimi', other: '{n} penerima akan dikirimi' },
  duplicates: { one: '{n} baris ganda dilewati', other: '{n} baris ganda dilewati' },
  rejected: { one: '{n} baris ditolak', other: '{n} baris ditolak' },
  seeRejected: 'Lihat baris yang ditolak',
  unknownVariable: '{variable} tidak ada di daftar penerima.',
  suggestion: 'Maksud Anda {variable}?',
  replace: 'Ganti dengan {variable}',
  removeOrAdd: 'Hapus dari pesan, atau tambahkan kolomnya di daftar penerima.',
  lacking: '{variable} kosong pada {recipients}, dari {total} yang pertama.',
  lackingHint: 'Lengkapi isinya, atau hapus dari pesan.',
  allFilled: 'Semua data di dalam pesan ada isinya.',
  duration:
    'Pengiriman memakan waktu sekitar {duration}, selesai sekitar {end} bila dikirim sekarang.',
  durationInDays: 'Pengiriman berlangsung {n} hari, selesai sekitar {end} bila dikirim sekarang.',
  optedOut: '{n} dilewati (berhenti): minta tidak dikirimi lagi.',
  saveStep: 'Setelah Simpan: Konfirmasi penerima, lalu Kirim Pesan.',
  reading: 'Tunggu sampai daftar penerima selesai dibaca.',
  noRecipients: 'Belum ada penerima yang valid. Tambahkan minimal satu nomor.',
  chooseColumns: 'Pilih dulu kolom nomor di bagian Penerima.',
} as const;

/** Bahasa Indonesia of the file that goes with a message. */
export const attachment = {
  title: 'Lampiran (boleh kosong)',
  label: 'Lampiran:',
  choose: 'Pilih gambar, video, atau PDF',
  accepted:
    'Satu berkas: JPEG, PNG, MP4, atau PDF. Bisa juga diseret ke sini. Isi pesan menjadi keterangannya.',
  replace: 'Ganti berkas',
  remove: 'Hapus lampiran',
  uploading: 'Mengunggah {file}: {done} dari {total}',
  checking: 'Memeriksa {file}…',
  attached: '{file} terlampir.',
  image: 'Gambar lampiran: {file}',
  video: 'Video lampiran: {file}',
  oneOnly: 'Pilih satu berkas saja.',
  waitToSave: 'Pesan bisa disimpan setelah lampirannya selesai diunggah.',
} as const;
