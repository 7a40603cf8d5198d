import type { Sentence } from './error-texts.js';

/** Why sending was paused without a person pressing Jeda, by its stable code. */
export const pauseReasonTexts = {
  'device-disconnected': {
    id: 'device terputus. Hubungkan lagi, lalu tekan Lanjutkan',
    en: 'the device was disconnected. Link it again, then press Resume',
  },
  'device-removed': {
    id: 'device sudah dihapus. Pengiriman hanya bisa dibatalkan',
    en: 'the device was removed. Sending can only be cancelled',
  },
  'repeated-trouble': {
    id: 'beberapa pesan berturut-turut gagal atau tidak pasti. Periksa HP pengirim, lalu tekan Lanjutkan',
    en: 'several messages in a row failed or are uncertain. Check the sending phone, then press Resume',
  },
} as const satisfies Record<string, Sentence>;

/** Stable code of why sending was paused. */
export type PauseReason = keyof typeof pauseReasonTexts;
