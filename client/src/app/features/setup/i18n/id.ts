/** Bahasa Indonesia: the language whose keys the others must have. */
export const id = {
  title: 'Penyiapan',
  subtitle: 'Buat administrator pertama.',
  displayName: 'Nama',
  displayNameHint: 'Seperti yang akan terlihat oleh rekan, mis. Sari Dewi',
  username: 'Nama pengguna',
  usernameHint: '3–32 huruf, angka, titik, garis bawah, atau tanda hubung',
  submit: 'Simpan',
  submitting: 'Menyimpan…',
  privacy: {
    title: 'Yang dapat dilihat modul ini di HP yang ditautkan',
    reach:
      'Perangkat yang tertaut ke sebuah nomor WhatsApp secara teknis dapat membaca semua chat di HP itu.',
    keeps:
      'Modul ini hanya mengirim pesan Anda dan mencatat nasibnya (terkirim, sampai, dibaca). Chat lain tidak disimpan dan tidak ditampilkan.',
    advice: 'Gunakan nomor khusus untuk pengiriman, bukan nomor pribadi.',
  },
  done: {
    text: 'Penyiapan sudah selesai. Silakan login.',
    login: 'Ke halaman login',
  },
  noToken:
    'Halaman ini dibuka dengan tautan penyiapan yang dicetak di layar server saat dinyalakan. Salin tautan itu seutuhnya.',
} as const;
