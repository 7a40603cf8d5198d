/** Refusals of Pengaturan, see `settings.contract.ts`. */
export const settingsErrorTexts = {
  'SETTINGS.CHANGED_MEANWHILE': {
    status: 409,
    id: 'Pengaturan baru saja diubah oleh {by}. Muat ulang untuk melihat isinya sekarang, lalu ubah lagi.',
    en: 'The settings were just changed by {by}. Reload to see how they stand now, then change them again.',
  },
} as const;
