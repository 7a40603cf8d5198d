/** Refusals around frames in a dashboard. `{reason}` names the rule for those who set the dashboard up. */
export const embedErrorTexts = {
  'EMBED.OFF': {
    status: 403,
    id: 'Penyematan belum dinyalakan. Administrator menyalakannya di Pengaturan › Penyematan.',
    en: 'Embedding is not switched on. An administrator does so in Settings › Embedding.',
  },
  'EMBED.ORIGIN_UNKNOWN': {
    status: 403,
    id: 'Browser tidak menyebut asal halaman yang membuka modul ini. Biasanya karena halaman itu memakai Referrer-Policy: no-referrer atau same-origin. Ganti menjadi strict-origin-when-cross-origin.',
    en: 'The browser did not say which page opens this module. Usually that page has Referrer-Policy: no-referrer or same-origin. Change it to strict-origin-when-cross-origin.',
  },
  'EMBED.ORIGIN_FOREIGN': {
    status: 403,
    id: 'Halaman di {origin} tidak ada dalam daftar asal yang diizinkan. Tambahkan persis seperti itu di Pengaturan › Penyematan.',
    en: 'Pages at {origin} are not in the list of allowed origins. Add exactly that in Settings › Embedding.',
  },
  'EMBED.NOT_FRAMED': {
    status: 403,
    id: 'Modul ini dibuka di dalam iframe dashboard, bukan sebagai halaman sendiri. Periksa target formulir.',
    en: 'This module opens inside an iframe of the dashboard, not as a page of its own. Check the target of the form.',
  },
  'EMBED.TOKEN_IN_URL': {
    status: 400,
    id: 'Token tidak boleh berada di alamat. Kirim dengan formulir POST, isian bernama token.',
    en: 'The token must not be in the address. Send it by a POST form, in a field called token.',
  },
  'EMBED.TOKEN_REFUSED': {
    status: 403,
    id: 'Token dari dashboard ditolak: {reason}. Tutup lalu buka lagi menu ini; bila berulang, sampaikan ke bagian IT.',
    en: "The dashboard's token was refused: {reason}. Close and open this menu again; if it persists, tell IT.",
  },
  'EMBED.TOKEN_USED': {
    status: 403,
    id: 'Halaman ini hanya dapat dibuka sekali dari menunya. Buka lagi dari menu dashboard.',
    en: 'This page opens only once from its menu. Open it again from the menu of the dashboard.',
  },
  'EMBED.ROLE_REFUSED': {
    status: 403,
    id: 'Peran "{role}" tidak dikenal atau tidak boleh diberikan oleh dashboard ini. Sampaikan ke bagian IT.',
    en: 'The role "{role}" is unknown, or this dashboard may not give it. Tell IT.',
  },
  'EMBED.NO_DEVICE': {
    status: 403,
    id: 'Tidak ada satu pun device yang boleh dipakai lewat dashboard ini. Sampaikan ke bagian IT.',
    en: 'There is no device that may be used through this dashboard. Tell IT.',
  },
  'EMBED.UNAVAILABLE': {
    status: 503,
    id: 'Server sedang tidak dapat memeriksa token. Coba buka lagi sebentar lagi.',
    en: 'The server cannot check the token right now. Open it again in a moment.',
  },
  'EMBED.ENTRY_OVER': {
    status: 401,
    id: 'Halaman ini sudah kedaluwarsa. Buka lagi dari menu dashboard.',
    en: 'This page has expired. Open it again from the menu of the dashboard.',
  },
  'EMBED.ORIGIN_MALFORMED': {
    status: 422,
    id: 'Tulis persis asalnya, mis. https://prima.rs.example: tanpa garis miring di akhir, tanpa *, huruf kecil.',
    en: 'Write exactly the origin, e.g. https://prima.hospital.example: no slash at the end, no *, lower case.',
  },
  'EMBED.ORIGIN_INSECURE': {
    status: 422,
    id: 'Asal harus https. http hanya untuk localhost.',
    en: 'An origin must be https. http is for localhost only.',
  },
  'EMBED.ISSUER_TAKEN': {
    status: 409,
    id: 'Dashboard lain sudah memakai issuer ini.',
    en: 'Another dashboard has this issuer already.',
  },
  'EMBED.ADMINISTRATOR_REFUSED': {
    status: 422,
    id: 'Peran administrator hanya boleh diberikan bila server dijalankan dengan EMBED_ALLOW_ADMIN=true.',
    en: 'The role administrator can be given only when the server runs with EMBED_ALLOW_ADMIN=true.',
  },
  'EMBED.KEY_UNREADABLE': {
    status: 422,
    id: 'Bukan kunci publik Ed25519 atau P-256. Tempel isi berkas PEM dari "BEGIN PUBLIC KEY" sampai "END PUBLIC KEY".',
    en: 'This is no public key of Ed25519 or P-256. Paste the PEM from "BEGIN PUBLIC KEY" to "END PUBLIC KEY".',
  },
  'EMBED.KEY_PRIVATE': {
    status: 422,
    id: 'Itu kunci privat. Jangan kirim ke mana pun dan buat pasangan baru, lalu tempel kunci publiknya.',
    en: 'That is a private key. Send it nowhere, make a new pair, then paste the public key.',
  },
  'EMBED.HOST_NOT_FOUND': {
    status: 404,
    id: 'Dashboard ini tidak ada lagi. Muat ulang halaman.',
    en: 'This dashboard does not exist any more. Reload the page.',
  },
} as const;
