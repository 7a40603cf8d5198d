/** Bahasa Indonesia: the language whose keys the others must have. */
export const id = {
  title: 'Pengaturan',
  subtitle: 'Aturan untuk semua orang. Tidak ada yang diwajibkan sampai dinyalakan di sini.',
  on: 'Nyala',
  off: 'Mati',
  protects: 'Melindungi dari',
  costs: 'Biayanya',
  saved: 'Pengaturan disimpan. Langsung berlaku untuk semua orang.',
  reload: 'Muat ulang',
  changed: 'Terakhir diubah oleh {by} pada {at}.',
  unchanged: 'Belum pernah diubah.',
  fourEyes: {
    title: 'Empat mata: Konfirmasi oleh orang lain',
    protects:
      'Salah kirim yang tidak terlihat oleh penulisnya sendiri, dan satu akun yang disalahgunakan atau dicuri: tidak ada yang dapat menulis dan mengirim sendirian.',
    costs:
      'Setiap pesan yang terkena menunggu orang kedua. Yang membuat pesan, atau terakhir mengubah isi, penerima, device, atau lampirannya, tidak dapat mengonfirmasinya; administrator juga tidak.',
    limit:
      'Administrator dapat mematikannya lagi di sini. Setiap perubahan dicatat di audit dengan namanya.',
    mode: 'Berlaku untuk',
    modeOff: 'Mati: siapa pun yang boleh Konfirmasi dapat mengonfirmasi pesannya sendiri',
    modeAbove: 'Pesan kepada banyak penerima',
    modeAlways: 'Semua pesan',
    above: 'Lebih dari berapa penerima',
    aboveHint: 'Angka bulat dari 1 sampai 1.000.000.',
    tooFew:
      'Baru {n} orang di Pengguna yang boleh Konfirmasi. Tanpa orang kedua, pesan yang terkena tidak dapat dikirim.',
    invite: 'Undang Pemeriksa di Pengguna',
  },
  secondFactor: {
    title: 'Verifikasi dua langkah',
    protects:
      'Kata sandi yang dicuri, ditebak, atau dipakai juga di tempat lain: tanpa kode dari ponsel orangnya, kata sandi saja tidak membuka apa pun.',
    costs:
      'Satu kode 6 angka dari ponsel tiap login. Yang kehilangan ponsel dan kode pemulihannya menunggu administrator menghapus langkah keduanya di Pengguna.',
    mode: 'Berlaku untuk',
    modeOff: 'Tidak disediakan; yang sudah mengaktifkannya tetap memakainya',
    modeOptional: 'Siapa pun yang mau, di Akun saya',
    modeRequired: 'Wajib untuk Administrator dan Pemeriksa; yang lain boleh',
    without: 'Harus mengaktifkannya dahulu sebelum dapat bekerja lagi: {names}.',
  },
  embedding: {
    title: 'Penyematan di dashboard',
    protects:
      'Klik yang dijebak: tanpa ini tidak ada halaman lain yang dapat menampilkan modul ini. Dinyalakan per dashboard, dengan asal halaman dan kunci.',
    costs: 'Bagian IT memasang satu potongan kode di dashboard dan menjaga kuncinya.',
    open: 'Buka Penyematan',
  },
} as const;
