/** Bahasa Indonesia of the list of messages. */
export const list = {
  subtitle: 'Tulis pesan, konfirmasi penerimanya, lalu kirim.',
  help: {
    details: 'melihat nomor dan status penerima pesan, dan tempat Konfirmasi.',
    edit: 'mengubah isi pesan ataupun penerima pesan.',
    remove: 'menghapus pesan sekaligus penerima pesan.',
    add: 'menambah pesan yang akan dikirim.',
    send: 'muncul setelah penerima dikonfirmasi. Semakin banyak penerima, semakin lama pengirimannya.',
  },
  column: {
    message: 'Pesan',
    device: 'Device',
    recipients: 'Penerima',
    status: 'Status',
    created: 'Dibuat',
    actions: 'Tindakan',
  },
  caption: 'Daftar pesan, yang terbaru di atas',
  filter: {
    label: 'Saring daftar pesan',
    search: 'Cari judul atau isi pesan',
    status: 'Status',
    anyStatus: 'Semua status',
    device: 'Device',
    anyDevice: 'Semua device',
    clear: 'Hapus saringan',
    awaitingMe: 'menunggu Konfirmasi saya',
  },
  purged: 'Data penerima sudah dihapus sesuai masa simpan ({date})',
  purgedName: '(isi pesan sudah dihapus)',
  empty: 'Belum ada pesan.',
  noMatch: 'Tidak ada pesan yang cocok dengan saringan ini.',
  noDevice: 'Belum ada nomor yang bisa mengirim pesan.',
  linkDevice: 'Hubungkan nomor dulu',
  awaited: {
    mine: 'menunggu Konfirmasi Anda',
    others: 'menunggu Konfirmasi orang lain',
    unknown: 'tidak dapat dikonfirmasi',
  },
  deviceRemoved: 'device sudah dihapus',
} as const;

/** Bahasa Indonesia of what can be done with a message. */
export const action = {
  details: 'Detail Penerima',
  edit: 'Edit Pesan',
  remove: 'Hapus Pesan',
  send: 'Kirim Pesan',
  confirm: 'Konfirmasi',
  pause: 'Jeda',
  resume: 'Lanjutkan',
  cancel: 'Batalkan',
  of: '{action}: {name}',
} as const;

/** Bahasa Indonesia of the states of a message; `confirmed` is a word of the user guide. */
export const status = {
  draft: 'draf',
  confirmed: 'confirmed',
  sending: 'sedang dikirim',
  paused: 'dijeda',
  finished: 'selesai',
  cancelled: 'dibatalkan',
} as const;

/** Bahasa Indonesia of how far sending is. */
export const run = {
  done: '{done} dari {total}',
  end: 'selesai sekitar {end}',
  progress: 'Kemajuan pengiriman {name}',
  announce: '{percent} persen selesai',
  pausedBecause: 'Dijeda: {reason}.',
  pausedByPerson: 'Dijeda. Tekan Lanjutkan untuk meneruskan.',
  waiting: 'Menunggu sampai {until}: {reason}.',
  mayClose: 'Halaman ini boleh ditutup. Pengiriman berjalan terus di server.',
  paused: 'Pengiriman dijeda.',
  resumed: 'Pengiriman dilanjutkan.',
  cancelled: 'Pengiriman dibatalkan.',
  cancelTitle: 'Batalkan pengiriman?',
  cancelText: '{n} penerima belum dikirimi dan tidak akan dikirimi lagi.',
  cancelSent: 'Pesan yang sudah terkirim tidak bisa ditarik kembali.',
  cancelYes: 'Batalkan pengiriman',
  cancelNo: 'Kembali',
  count: { one: '{n} penerima', other: '{n} penerima' },
  bar: 'Status penerima: {parts}',
} as const;
