/** Bahasa Indonesia: the language whose keys the others must have. */
export const id = {
  title: 'Akun saya',
  subtitle: '{name} ({username}) · {roles}',
  password: {
    title: 'Ganti kata sandi',
    current: 'Kata sandi sekarang',
    effect: 'Sesi Anda di perangkat lain akan diakhiri.',
    submit: 'Ganti kata sandi',
    done: 'Kata sandi diganti. Sesi di perangkat lain sudah diakhiri.',
  },
  factor: {
    title: 'Verifikasi dua langkah',
    text: 'Selain kata sandi, diperlukan kode dari aplikasi di ponsel Anda. Orang yang mencuri kata sandi Anda tetap tidak dapat masuk.',
    required:
      'Administrator mewajibkannya untuk peran Anda. Aktifkan dahulu, lalu Anda dapat melanjutkan.',
    notOffered: 'Administrator tidak menyediakannya. Ia dapat menyediakannya di Pengaturan.',
    isOn: 'aktif',
    since: 'Aktif sejak {at}.',
    on: 'Aktifkan',
    onDone: 'Verifikasi dua langkah aktif.',
    off: 'Nonaktifkan',
    offTitle: 'Nonaktifkan verifikasi dua langkah?',
    offText:
      'Sesudah ini kata sandi saja cukup untuk masuk. Untuk pindah ke ponsel baru, nonaktifkan lalu aktifkan lagi di ponsel baru.',
    offDone: 'Verifikasi dua langkah dinonaktifkan.',
    qr: 'Kode QR untuk aplikasi autentikator',
    step: {
      app: 'Pasang aplikasi autentikator di ponsel, mis. Google Authenticator, Microsoft Authenticator, atau Aegis.',
      scan: 'Di aplikasi itu, tambahkan akun dan pindai kode ini.',
      type: 'Tidak dapat memindai? Ketik kunci ini di aplikasi:',
      code: 'Ketik 6 angka yang tampil di aplikasi.',
    },
  },
  recovery: {
    title: 'Kode pemulihan {username}',
    text: 'Bila ponsel hilang, tiap kode dapat dipakai sekali sebagai pengganti kode dari aplikasi.',
    once: 'Simpan sekarang: kode ini tidak ditampilkan lagi. Jangan disimpan di ponsel yang sama.',
    download: 'Unduh',
    print: 'Cetak',
    done: 'Sudah saya simpan',
    file: 'kode-pemulihan',
    left: 'Kode pemulihan tersisa: {n}.',
    few: 'Buat yang baru sebelum habis.',
    renew: 'Buat kode pemulihan baru',
    renewText: 'Kode pemulihan yang lama tidak berlaku lagi.',
  },
  sessions: {
    title: 'Sesi Anda',
    text: 'Di sinilah Anda sedang masuk. Akhiri yang tidak Anda kenal, lalu ganti kata sandi.',
  },
} as const;
