import type { WaitingReason } from './broadcast.contract.js';
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
  'many-failures': {
    id: 'terlalu banyak pesan terakhir yang gagal atau tidak pasti. Periksa WhatsApp di HP pengirim, lalu tekan Lanjutkan',
    en: 'too many of the latest messages failed or are uncertain. Check WhatsApp on the sending phone, then press Resume',
  },
  restricted: {
    id: 'WhatsApp membatasi nomor ini. Buka WhatsApp di HP pengirim dan ikuti petunjuknya; tekan Lanjutkan setelah pembatasan dicabut',
    en: 'WhatsApp restricted this number. Open WhatsApp on the sending phone and follow what it says; press Resume once the restriction is lifted',
  },
  /** Of an earlier version: runs that it paused are still there. */
  'repeated-trouble': {
    id: 'beberapa pesan berturut-turut gagal atau tidak pasti. Periksa HP pengirim, lalu tekan Lanjutkan',
    en: 'several messages in a row failed or are uncertain. Check the sending phone, then press Resume',
  },
  'attachment-missing': {
    id: 'berkas lampiran tidak ada atau berubah di server. Unggah lagi berkas yang sama lewat Tambah Pesan, lalu tekan Lanjutkan',
    en: 'the file of the attachment is missing or altered on the server. Upload the same file again with Tambah Pesan, then press Resume',
  },
  'safe-mode': {
    id: 'database dipulihkan dari cadangan. Sesudah administrator melepaskan mode aman, periksa penerima yang tidak pasti, lalu tekan Lanjutkan',
    en: 'the database was restored from a backup. Once an administrator has released safe mode, look at the uncertain recipients, then press Resume',
  },
} as const satisfies Record<string, Sentence>;

/** Stable code of why sending was paused. */
export type PauseReason = keyof typeof pauseReasonTexts;

/** Why sending holds back by itself; the moment until which it does follows. */
export const waitingReasonTexts = {
  'send-hours': {
    id: 'di luar jam kirim, lanjut sendiri',
    en: 'outside the sending hours, goes on by itself',
  },
  'daily-cap': {
    id: 'batas pesan hari ini tercapai, lanjut sendiri',
    en: "today's limit of messages is reached, goes on by itself",
  },
  'long-pause': {
    id: 'istirahat agar nomor aman, lanjut sendiri',
    en: 'resting to keep the number safe, goes on by itself',
  },
} as const satisfies Record<WaitingReason, Sentence>;
