/** Bahasa Indonesia: the language whose keys the others must have. */
export const id = {
  title: 'Pengguna',
  subtitle: 'Siapa yang dapat masuk, perannya, dan device yang boleh dipakainya.',
  help: {
    roles:
      'Satu orang dapat memegang beberapa peran dan boleh melakukan semua yang diizinkan perannya.',
    devices:
      'Pesan dan device yang tidak diberikan tidak tampak sama sekali. Administrator memakai semua device.',
    effect: 'Perubahan langsung berlaku, juga di layar yang sedang terbuka.',
  },
  add: 'Tambah pengguna',
  caption: 'Semua pengguna menurut nama pengguna',
  column: {
    name: 'Nama',
    roles: 'Peran',
    devices: 'Device',
    status: 'Status',
    actions: 'Tindakan',
  },
  you: 'Anda',
  allDevices: 'semua device',
  noDevices: 'belum ada device',
  deviceCount: '{{ n }} device',
  status: { invited: 'diundang', active: 'aktif', disabled: 'dinonaktifkan' },
  linkUntil: 'tautan berlaku sampai {{ at }}',
  linkOver: 'tautan sudah lewat waktu',
  action: {
    access: 'Ubah peran',
    invitation: 'Undangan baru',
    reset: 'Reset kata sandi',
    sessions: 'Sesi',
    disable: 'Nonaktifkan',
    enable: 'Aktifkan',
    of: '{{ action }}: {{ name }}',
  },
  disable: {
    title: 'Nonaktifkan {{ name }}?',
    text: 'Orang ini langsung keluar di semua perangkat dan tidak dapat masuk lagi sampai diaktifkan. Riwayatnya tetap ada.',
    done: '{{ name }} dinonaktifkan.',
  },
  enabled: '{{ name }} dapat masuk lagi.',
  reset: {
    title: 'Buat tautan reset untuk {{ name }}?',
    text: 'Anda mendapat tautan sekali pakai yang berlaku 1 jam. Kata sandi lama tetap berlaku sampai tautan itu dipakai.',
  },
  access: {
    invite: 'Tambah pengguna',
    edit: 'Peran dan device {{ name }}',
    username: 'Nama pengguna',
    usernameHint:
      '3–32 huruf kecil, angka, titik, garis bawah, atau tanda hubung. Nama dan kata sandi dipilih sendiri oleh orangnya.',
    usernameMissing:
      'Isi nama pengguna: 3–32 huruf kecil, angka, titik, garis bawah, atau tanda hubung.',
    roles: 'Peran',
    rolesMissing: 'Pilih paling sedikit satu peran.',
    devices: 'Device yang boleh dipakai',
    all: 'Semua device, juga yang ditambahkan nanti',
    some: 'Hanya device ini:',
    none: 'Belum ada device.',
    administrator: 'Administrator selalu memakai semua device.',
    invited: 'Buat undangan',
    done: 'Peran dan device {{ name }} disimpan.',
  },
  link: {
    invitation: 'Undangan untuk {{ name }}',
    reset: 'Tautan reset untuk {{ name }}',
    text: 'Kirim tautan ini hanya kepada orangnya. Siapa pun yang memegangnya dapat memilih kata sandinya.',
    once: 'Tautan ini hanya ditampilkan sekali, berlaku sekali pakai, sampai {{ at }}.',
    label: 'Tautan',
    copy: 'Salin',
    copied: 'Tautan disalin.',
  },
  sessions: {
    title: 'Sesi {{ name }}',
    endAll: 'Akhiri semua sesi',
  },
} as const;
