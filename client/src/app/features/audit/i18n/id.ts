/** Bahasa Indonesia: the language whose keys the others must have. */
export const id = {
  title: 'Audit',
  subtitle: 'Siapa melakukan apa, dan kapan. Hanya bertambah, tidak dapat diubah.',
  help: {
    what: 'Setiap tindakan dicatat bersama tindakannya. Nomor, nama pasien, dan isi pesan tidak pernah ada di sini.',
    seal: 'Setiap entri dirantai dengan sidik entri sebelumnya. Administrator server memeriksanya dengan npm run audit:verify.',
    export: 'Unduhan berisi entri sesuai saringan, dan unduhan itu sendiri juga dicatat.',
  },
  download: 'Unduh audit (.xlsx)',
  filter: {
    label: 'Saring audit',
    person: 'Orang',
    action: 'Tindakan',
    subject: 'Objek',
    from: 'Dari tanggal',
    until: 'Sampai tanggal',
    all: 'Semua',
    clear: 'Hapus saringan',
    one: 'Hanya objek {id}',
  },
  column: {
    at: 'Waktu',
    person: 'Orang',
    action: 'Tindakan',
    subject: 'Objek',
    details: 'Keterangan',
  },
  caption: 'Catatan audit, yang terbaru di atas',
  only: 'Hanya objek ini: {subject} {id}',
  empty: 'Belum ada yang dicatat.',
  nothing: 'Tidak ada entri yang cocok dengan saringan ini.',
} as const;
