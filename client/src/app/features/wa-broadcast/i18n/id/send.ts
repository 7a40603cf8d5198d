/** Bahasa Indonesia of the one dialog before sending. */
export const send = {
  title: 'Kirim Pesan',
  device: 'Device',
  recipients: 'Penerima',
  text: 'Pesan',
  pace: 'Sengaja diberi jeda {min}–{max} detik agar nomor tidak mudah diblokir.',
  end: 'Selesai sekitar {end}.',
  endInDays: 'Selesai sekitar {end}, dalam {n} hari.',
  practice: 'Perangkat latihan: tidak ada pesan yang benar-benar terkirim.',
  night: 'Sebagian pasien akan menerima pesan malam hari.',
  queued: {
    one: 'Didahului {n} penerima dari pesan lain di device ini.',
    other: 'Didahului {n} penerima dari pesan lain di device ini.',
  },
  replies: 'Balasan pasien masuk ke HP pengirim.',
  notReady: 'Device ini belum terhubung. Scan Barcode dahulu.',
  yes: 'Kirim',
  sending: 'Memulai…',
  started: 'Pengiriman dimulai. Halaman ini boleh ditutup.',
} as const;

/** Bahasa Indonesia of Hapus Pesan. */
export const remove = {
  title: 'Hapus Pesan?',
  text: {
    one: 'Pesan ini dan {n} penerimanya akan dihapus.',
    other: 'Pesan ini dan {n} penerimanya akan dihapus.',
  },
  history:
    'Catatan siapa yang terkirim dan gagal ikut terhapus. Unduh hasilnya dahulu bila masih perlu.',
  yes: 'Hapus Pesan',
  refusedTitle: 'Pesan ini sedang dikirim',
  refused: 'Batalkan dahulu, lalu hapus.',
  done: 'Pesan dihapus.',
} as const;

/** Bahasa Indonesia of what keeps a number safe, as it bears on when sending ends. */
export const rules = {
  startsLater: 'Mulai mengirim {start}.',
  hours: 'Hanya mengirim pukul {from}–{to} WIB; sisanya menunggu dan lanjut sendiri.',
  young:
    'Nomor ini masih baru: hari ini paling banyak {cap} pesan, {sent} sudah terpakai. Batasnya naik setiap hari.',
  cap: 'Nomor ini mengirim paling banyak {cap} pesan hari ini, {sent} sudah terpakai.',
} as const;
