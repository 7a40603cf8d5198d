/** Refusals about people and their logins: part of `errorTexts`. */
export const userErrorTexts = {
  'AUTH.REQUIRED': {
    status: 401,
    id: 'Sesi berakhir. Silakan masuk lagi.',
    en: 'Your session has ended. Please log in again.',
  },
  'AUTH.FORBIDDEN': {
    status: 403,
    id: 'Anda tidak berwenang untuk ini. Minta bantuan administrator.',
    en: 'You are not allowed to do this. Ask an administrator.',
  },
  'AUTH.WRONG_CREDENTIALS': {
    status: 401,
    id: 'Nama pengguna atau kata sandi salah.',
    en: 'The username or the password is wrong.',
  },
  'AUTH.TOO_MANY_TRIES': {
    status: 429,
    id: 'Terlalu banyak percobaan. Coba lagi dalam {seconds} detik.',
    en: 'Too many tries. Try again in {seconds} seconds.',
  },
  'AUTH.SETUP_DONE': {
    status: 409,
    id: 'Penyiapan sudah selesai. Silakan masuk.',
    en: 'Setup is already done. Please log in.',
  },
  'AUTH.SETUP_LINK_INVALID': {
    status: 403,
    id: 'Tautan penyiapan tidak berlaku. Jalankan ulang server untuk mendapat tautan baru.',
    en: 'This setup link is not valid. Restart the server to get a new one.',
  },
  'AUTH.LINK_INVALID': {
    status: 409,
    id: 'Tautan ini sudah dipakai atau tidak berlaku lagi. Minta tautan baru kepada administrator.',
    en: 'This link was used already or is no longer valid. Ask an administrator for a new one.',
  },
  'AUTH.WRONG_PASSWORD': {
    status: 422,
    id: 'Kata sandi sekarang salah.',
    en: 'The current password is wrong.',
  },
  'AUTH.SESSION_NOT_FOUND': {
    status: 404,
    id: 'Sesi ini sudah berakhir.',
    en: 'This session has ended already.',
  },
  'USER.NOT_FOUND': {
    status: 404,
    id: 'Pengguna ini tidak ada.',
    en: 'There is no such user.',
  },
  'USER.USERNAME_TAKEN': {
    status: 409,
    id: 'Nama pengguna ini sudah dipakai. Pilih yang lain.',
    en: 'This username is taken. Choose another one.',
  },
  'USER.LAST_ADMINISTRATOR': {
    status: 409,
    id: 'Ini administrator terakhir yang aktif. Jadikan orang lain administrator dahulu.',
    en: 'This is the last active administrator. Make somebody else an administrator first.',
  },
  'USER.GRANT_TOO_WIDE': {
    status: 403,
    id: 'Anda hanya dapat memberi atau mencabut peran dan device yang Anda sendiri miliki.',
    en: 'You can only give or take roles and devices that you have yourself.',
  },
  'USER.DISABLED': {
    status: 409,
    id: 'Pengguna ini dinonaktifkan. Aktifkan dahulu, baru beri tautan.',
    en: 'This user is disabled. Enable them before giving them a link.',
  },
  'USER.PASSWORD_TOO_COMMON': {
    status: 422,
    id: 'Kata sandi ini mudah ditebak. Pakai gabungan beberapa kata yang tidak biasa.',
    en: 'This password is easy to guess. Use several unusual words together.',
  },
  'PHONE.NOT_A_NUMBER': {
    status: 422,
    id: 'Ini bukan nomor telepon. Contoh yang benar: 0812-3456-7890.',
    en: 'This is not a phone number. A right one: 0812-3456-7890.',
  },
} as const;
