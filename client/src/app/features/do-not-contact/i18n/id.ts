/** Bahasa Indonesia: the language whose keys the others must have. */
export const id = {
  title: 'Jangan kirim',
  subtitle: 'Nomor yang tidak dikirimi pesan dari Prima.',
  help: {
    how: 'Penerima yang membalas BERHENTI atau STOP masuk ke daftar ini sendiri. Anda juga dapat menambahkan nomor.',
    effect: 'Nomor di daftar ini dilewati pada setiap pesan, dari device mana pun.',
    privacy:
      'Nomor lengkapnya tidak disimpan, jadi hanya sebagian angkanya tampil. Untuk memeriksa satu nomor, ketik lengkap lalu tekan Cari.',
  },
  add: 'Tambah nomor',
  search: {
    label: 'Periksa satu nomor',
    hint: 'Ketik nomor lengkap, mis. 0812-3456-7890.',
    submit: 'Cari',
    clear: 'Tampilkan semua',
    found: 'Nomor ini ada di daftar.',
    notFound: 'Nomor ini tidak ada di daftar, jadi tetap dikirimi pesan.',
  },
  column: {
    phone: 'Nomor',
    reason: 'Alasan',
    since: 'Sejak',
    by: 'Oleh',
    note: 'Catatan',
    actions: 'Tindakan',
  },
  caption: 'Nomor yang tidak dikirimi, yang terbaru di atas',
  reason: { 'opted-out': 'minta berhenti', added: 'ditambahkan' },
  byPerson: 'penerima sendiri, ke {device}',
  byPersonOnly: 'penerima sendiri',
  empty: 'Belum ada nomor. Penerima yang membalas BERHENTI atau STOP muncul di sini.',
  remove: {
    button: 'Hapus',
    of: 'Hapus {phone} dari daftar',
    title: 'Hapus {phone} dari daftar?',
    text: 'Nomor ini akan dikirimi pesan lagi bila ada di daftar penerima.',
    optedOut:
      'Pemiliknya sendiri yang minta berhenti. Hapus hanya bila ia setuju menerima pesan lagi.',
    yes: 'Hapus',
    done: 'Nomor dihapus dari daftar.',
  },
  dialog: {
    title: 'Tambah nomor',
    phone: 'Nomor WA',
    phoneHint: 'Contoh: 0812-3456-7890.',
    note: 'Catatan (boleh kosong)',
    noteHint: 'Untuk rekan kerja. Jangan tulis nama pasien.',
    done: 'Nomor ditambahkan. Pesan berikutnya melewatinya.',
  },
} as const;
