/** Bahasa Indonesia: the language whose keys the others must have. */
export const id = {
  title: 'Login',
  username: 'Nama pengguna',
  password: 'Kata sandi',
  submit: 'Login',
  submitting: 'Memeriksa…',
  setupNeeded:
    'Belum ada pengguna. Buka tautan penyiapan yang dicetak di layar server saat dinyalakan.',
} as const;
