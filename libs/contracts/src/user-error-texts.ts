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
  'AUTH.STEP_UP_REQUIRED': {
    status: 403,
    id: 'Tindakan ini meminta kata sandi lagi, karena sudah lebih dari {minutes} menit sejak terakhir Anda memasukkannya.',
    en: 'This asks for your password again, since you entered it more than {minutes} minutes ago.',
  },
  'AUTH.STEP_UP_AT_HOST': {
    status: 403,
    id: 'Tindakan ini hanya dapat dilakukan dalam {minutes} menit setelah login. Login lagi di dashboard lalu ulangi, atau buka Prima langsung (bukan dari dashboard) dengan akun sendiri.',
    en: 'This can only be done within {minutes} minutes of logging in. Log in to the dashboard again and repeat it, or open Prima itself (not from the dashboard) with an account of your own.',
  },
  'AUTH.WRONG_CODE': {
    status: 422,
    id: 'Kode salah atau sudah pernah dipakai. Tunggu kode berikutnya di aplikasi, lalu ketik kode itu.',
    en: 'The code is wrong or was used before. Wait for the next one in the app, then type that one.',
  },
  'AUTH.LOGIN_OVER': {
    status: 401,
    id: 'Waktu untuk memasukkan kode sudah habis. Masukkan nama pengguna dan kata sandi lagi.',
    en: 'The time for entering the code is over. Enter your username and password again.',
  },
  'AUTH.SECOND_FACTOR_NEEDED': {
    status: 403,
    id: 'Aktifkan verifikasi dua langkah dahulu. Administrator mewajibkannya untuk peran Anda.',
    en: 'Switch on two-step verification first. An administrator requires it for your role.',
  },
  'AUTH.SECOND_FACTOR_NOT_OFFERED': {
    status: 409,
    id: 'Verifikasi dua langkah tidak disediakan di sini. Administrator dapat menyediakannya di Pengaturan.',
    en: 'Two-step verification is not offered here. An administrator can offer it in Settings.',
  },
  'AUTH.SECOND_FACTOR_ON': {
    status: 409,
    id: 'Verifikasi dua langkah sudah aktif. Nonaktifkan dahulu bila ingin memakai aplikasi atau ponsel lain.',
    en: 'Two-step verification is already on. Switch it off first to use another app or phone.',
  },
  'AUTH.SECOND_FACTOR_OFF': {
    status: 409,
    id: 'Verifikasi dua langkah tidak aktif.',
    en: 'Two-step verification is off.',
  },
  'AUTH.ENROLMENT_OVER': {
    status: 409,
    id: 'Kode QR ini tidak berlaku lagi. Tampilkan kode QR baru, lalu pindai kode itu.',
    en: 'This QR code is no longer valid. Show a new one and scan that.',
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
  'USER.OWN_SECOND_FACTOR': {
    status: 409,
    id: 'Verifikasi dua langkah Anda sendiri dinonaktifkan di Akun saya, dengan sebuah kode.',
    en: 'Your own two-step verification is switched off in My account, with a code.',
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
