/** Bahasa Indonesia: the language whose keys the others must have. */
export const id = {
  title: 'Data pasien',
  subtitle: 'Melihat, mengunduh, atau menghapus semua data tentang satu nomor.',
  help: {
    access:
      'Bila seseorang meminta datanya (UU PDP), ketik nomornya, tekan Cari subjek, lalu unduh hasilnya. Batas waktunya 3 × 24 jam.',
    erase:
      'Hapus data mengganti nomor, nama, dan isiannya dengan kosong di semua pesan. Jumlah terkirim dan gagal tetap sama. Pesan di HP pengirim dan WhatsApp tidak ikut terhapus.',
    optOut:
      'Bila nomornya ada di Jangan kirim, ia tetap tidak dikirimi: yang disimpan di sana bukan nomornya.',
  },
  search: {
    label: 'Nomor WA',
    hint: 'Ketik nomor lengkap, mis. 0812-3456-7890.',
    submit: 'Cari subjek',
  },
  nothing: 'Tidak ada data tentang {phone}.',
  found: {
    one: 'ada di {n} pesan.',
    other: 'ada di {n} pesan.',
  },
  reports: '{n} baris laporan impor juga menyebut nomor ini.',
  caption: 'Pesan yang memuat nomor ini, yang terbaru di atas',
  column: { message: 'Pesan', device: 'Device', name: 'Nama', state: 'Status', since: 'Waktu' },
  untitled: '(tanpa judul)',
  blocks:
    'Masih menunggu atau sedang dikirim: tambahkan ke Jangan kirim atau batalkan pesannya dahulu.',
  xlsx: 'Unduh (.xlsx)',
  json: 'Unduh (.json)',
  erase: {
    button: 'Hapus data',
    title: 'Hapus semua data tentang {phone}?',
    text: 'Nomor, nama, dan isiannya dihapus dari {n} pesan dan dari laporan impor. Ini tidak dapat dibatalkan.',
    draft:
      'Dari pesan yang belum dikirim penerimanya dikeluarkan, dan pesan itu perlu Konfirmasi lagi.',
    yes: 'Hapus data',
    done: 'Data nomor ini sudah dihapus.',
  },
} as const;
