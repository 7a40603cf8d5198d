/** Refusals after a restore of the database, see `safe-mode.contract.ts`. */
export const safeModeErrorTexts = {
  'SAFE_MODE.ACTIVE': {
    status: 409,
    id: 'Mode aman sedang aktif karena database dipulihkan. Minta administrator melepaskannya dahulu.',
    en: 'Safe mode is on because the database was restored. Ask an administrator to release it first.',
  },
  'SAFE_MODE.NOT_ACTIVE': {
    status: 409,
    id: 'Mode aman ini sudah dilepaskan atau sudah berganti. Muat ulang untuk melihat keadaan sekarang.',
    en: 'This safe mode was released already, or another one began. Reload to see how it stands.',
  },
  'SAFE_MODE.NOT_SETTLED': {
    status: 409,
    id: 'Server masih memeriksa penerima satu per satu. Tunggu sebentar, lalu coba lagi.',
    en: 'The server is still looking at the recipients. Wait a moment, then try again.',
  },
  'BROADCAST.SENT_BEFORE_RESTORE': {
    status: 409,
    id: 'Pesan ini pernah dikirim sesudah cadangan database dibuat, jadi tidak dikirim lagi. Buat pesan baru untuk penerima yang belum menerimanya.',
    en: 'This message was sent after the backup of the database was made, so it is not sent again. Make a new one for those who did not get it.',
  },
} as const;
