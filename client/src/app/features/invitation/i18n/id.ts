/** Bahasa Indonesia: the language whose keys the others must have. */
export const id = {
  title: { invitation: 'Selamat datang', 'password-reset': 'Kata sandi baru' },
  subtitle: 'Nama pengguna Anda: {username}',
  displayName: 'Nama',
  displayNameHint: 'Seperti yang akan terlihat oleh rekan, mis. Sari Dewi',
  submit: 'Simpan dan masuk',
  invalid:
    'Tautan ini sudah dipakai atau tidak berlaku lagi. Minta tautan baru kepada administrator.',
  login: 'Ke halaman login',
} as const;
