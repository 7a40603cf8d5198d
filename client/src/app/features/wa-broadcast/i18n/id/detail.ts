/** Bahasa Indonesia of the dialog with the recipients of a message. */
export const detail = {
  title: 'Detail Penerima',
  stepConfirm: 'Langkah 2 dari 3: Konfirmasi',
  stepSend: 'Langkah 3 dari 3: Kirim Pesan',
  approving: 'Yang dikonfirmasi',
  approved: 'Yang sudah dikonfirmasi',
  sentContent: 'Yang dikirim',
  device: 'Device',
  recipients: 'Penerima',
  end: 'Perkiraan selesai',
  endNow: 'sekitar {end}, bila dikirim sekarang',
  endNowInDays: 'sekitar {end}, dalam {n} hari, bila dikirim sekarang',
  optedOut: '{n} dilewati (berhenti)',
  ended: 'Selesai',
  showAll: 'Tampilkan seluruh pesan',
  showLess: 'Ringkas',
  confirmedBy: 'confirmed oleh {by}, {at}',
  unconfirmedBy: 'Diubah oleh {by}, {at}: perlu Konfirmasi lagi.',
  confirmed: 'Dikonfirmasi. Kirim Pesan sekarang bisa ditekan.',
  mayNotConfirm: 'Akun Anda tidak dapat melakukan Konfirmasi. Minta rekan yang berwenang.',
  mayNotSend: 'Akun Anda tidak dapat mengirim. Minta rekan yang berwenang.',
  fourEyes: 'Empat mata: dibuat atau terakhir diubah oleh {names}. Orang lain yang mengonfirmasi.',
  fourEyesLost:
    'Konfirmasi ini dari sebelum aturan empat mata, oleh orang yang membuat atau mengubahnya. Perlu Konfirmasi orang lain.',
  notYours:
    'Anda yang membuat atau terakhir mengubahnya. Minta Pemeriksa lain untuk mengonfirmasi.',
  editorsUnknown:
    'Tidak tercatat siapa yang terakhir mengubahnya. Buat pesan baru dengan isi yang sama.',
  missingAll: '{variable} tidak ada di daftar penerima.',
  missingSome: '{variable} kosong pada {recipients} (baris {rows}).',
  missingHint: 'Konfirmasi bisa dilakukan setelah ini diperbaiki di Edit Pesan.',
  removed: 'Pesan ini baru saja dihapus.',
  resendFailed: 'Kirim ulang yang gagal',
  resent: {
    one: '{n} penerima masuk antrean lagi.',
    other: '{n} penerima masuk antrean lagi.',
  },
  download: 'Unduh hasil (.xlsx)',
} as const;

/** Bahasa Indonesia of the table of recipients. */
export const table = {
  erased: 'data dihapus',
  caption: 'Penerima pesan ini',
  name: 'Nama',
  phone: 'Nomor',
  status: 'Status',
  actions: 'Tindakan',
  noName: 'tanpa nama',
  optedOut: 'dilewati (berhenti)',
  search: 'Cari nama atau nomor',
  states: 'Saring menurut status',
  all: 'semua',
  none: 'Belum ada penerima.',
  noMatch: 'Tidak ada penerima yang cocok.',
  range: '{from}–{to}',
  rangeOf: '{from}–{to} dari {total}',
  previous: 'Halaman sebelumnya',
  next: 'Halaman berikutnya',
  pages: 'Halaman daftar penerima',
  readHelp: 'Jika laporan dibaca dimatikan, status berhenti di sampai.',
  attempts: 'dikirim {n} kali',
} as const;

/** Bahasa Indonesia of a person's decision about a recipient. */
export const decision = {
  open: 'Putuskan',
  openOf: 'Putuskan untuk {name}',
  unknown: 'Belum tentu terkirim: {reason}. Buka chat ini di HP pengirim, lalu pilih:',
  failed: 'Gagal: {reason}.',
  markSent: 'Tandai terkirim',
  resendUnknown: 'Kirim ulang (bisa terkirim dua kali)',
  resend: 'Kirim ulang',
  leave: 'Biarkan',
  leaveHint: 'Biarkan: status tetap {word}, dan tercatat bahwa Anda sudah melihatnya.',
  done: {
    'mark-sent': 'ditandai terkirim oleh {by}, {at}',
    resend: 'dikirim ulang oleh {by}, {at}',
    leave: 'dibiarkan oleh {by}, {at}',
  },
  said: {
    'mark-sent': 'Ditandai terkirim.',
    resend: 'Masuk antrean lagi.',
    leave: 'Dibiarkan. Tercatat bahwa Anda sudah melihatnya.',
  },
  noReason: 'alasannya tidak diketahui',
} as const;

/** Bahasa Indonesia of the end of a sending. */
export const summary = {
  title: '{n} selesai: {parts}',
  cancelledTitle: 'Dibatalkan. {n} penerima: {parts}',
  reached: '{n} terkirim',
  failed: '{n} gagal',
  skipped: '{n} dilewati',
  unknown: '{n} tidak pasti',
  cancelled: '{n} dibatalkan',
  waiting: '{n} menunggu hasil',
  show: 'Lihat',
  showOf: 'Lihat yang {word}',
  reachedHelp: 'WhatsApp sudah menerima pesannya. Tanda sampai dan dibaca menyusul.',
  failedHelp: 'Tidak terkirim. Lihat alasannya, lalu kirim ulang.',
  skippedHelp: 'Sengaja tidak dikirimi: nomor tidak ada di WhatsApp, atau minta tidak dikirimi.',
  unknownHelp: 'Belum tentu terkirim. Periksa chat di HP pengirim, lalu putuskan satu per satu.',
  cancelledHelp: 'Tidak dikirimi karena pengiriman dibatalkan.',
  waitingHelp: 'Sedang diproses saat dibatalkan. Hasilnya tampil sebentar lagi.',
} as const;
