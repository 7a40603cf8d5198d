import { attachmentErrorTexts } from './attachment-error-texts.js';
import { embedErrorTexts } from './embed-error-texts.js';
import { fillSentence } from './fill-sentence.js';
import { recipientErrorTexts } from './recipient-error-texts.js';
import { safeModeErrorTexts } from './safe-mode-error-texts.js';
import { settingsErrorTexts } from './settings-error-texts.js';
import { subjectErrorTexts } from './subject-error-texts.js';
import { userErrorTexts } from './user-error-texts.js';

/** One sentence in both languages of the product. `{x}` is replaced by the parameter of that name. */
export interface Sentence {
  readonly id: string;
  readonly en: string;
}

/**
 * Every refusal by its stable code, with the HTTP status it is answered with. A sentence says what to
 * do next; it never names anything secret.
 */
export const errorTexts = {
  'REQUEST.INVALID': {
    status: 400,
    id: 'Isian belum benar. Periksa bagian yang ditandai.',
    en: 'Some fields are not right yet. Check the marked ones.',
  },
  'REQUEST.FIELD_INVALID': {
    status: 400,
    id: 'Isian ini belum benar.',
    en: 'This field is not right yet.',
  },
  'REQUEST.FIELD_MISSING': {
    status: 400,
    id: 'Bagian ini wajib diisi.',
    en: 'This field is required.',
  },
  'REQUEST.FIELD_TOO_SHORT': {
    status: 400,
    id: 'Minimal {minimum} karakter.',
    en: 'At least {minimum} characters.',
  },
  'REQUEST.FIELD_TOO_LONG': {
    status: 400,
    id: 'Maksimal {maximum} karakter.',
    en: 'At most {maximum} characters.',
  },
  'REQUEST.FIELD_TOO_SMALL': {
    status: 400,
    id: 'Nilai minimal {minimum}.',
    en: 'The smallest value is {minimum}.',
  },
  'REQUEST.FIELD_TOO_LARGE': {
    status: 400,
    id: 'Nilai maksimal {maximum}.',
    en: 'The largest value is {maximum}.',
  },
  'REQUEST.TOO_MANY': {
    status: 429,
    id: 'Terlalu banyak permintaan. Coba lagi dalam {seconds} detik.',
    en: 'Too many requests. Try again in {seconds} seconds.',
  },
  'REQUEST.MALFORMED': {
    status: 400,
    id: 'Permintaan tidak dapat dibaca. Muat ulang halaman lalu coba lagi.',
    en: 'The request cannot be read. Reload the page and try again.',
  },
  'REQUEST.METHOD_NOT_ALLOWED': {
    status: 405,
    id: 'Tindakan ini tidak tersedia di alamat tersebut.',
    en: 'This address does not offer that.',
  },
  'REQUEST.MEDIA_TYPE': {
    status: 415,
    id: 'Jenis kiriman tidak dikenal. Muat ulang halaman lalu coba lagi.',
    en: 'This kind of content is not accepted. Reload the page and try again.',
  },
  'REQUEST.NOT_FOUND': {
    status: 404,
    id: 'Halaman atau data ini tidak ada. Mungkin sudah dihapus.',
    en: 'This page or record does not exist. It may have been deleted.',
  },
  'REQUEST.TOO_LARGE': {
    status: 413,
    id: 'Kiriman terlalu besar. Batasnya {limitMegabytes} MB.',
    en: 'That is too large. The limit is {limitMegabytes} MB.',
  },
  'REQUEST.CROSS_SITE': {
    status: 403,
    id: 'Permintaan ini datang dari situs lain dan ditolak. Buka Prima langsung lalu ulangi.',
    en: 'This request came from another site and was refused. Open Prima itself and try again.',
  },
  'REQUEST.UNEXPECTED': {
    status: 500,
    id: 'Terjadi kesalahan di server. Coba lagi; bila berulang, sampaikan kode {requestId} ke admin.',
    en: 'Something went wrong on the server. Try again; if it persists, give code {requestId} to an administrator.',
  },
  'SERVER.DATABASE_AWAY': {
    status: 503,
    id: 'Database sedang tidak dapat dihubungi, jadi ini mungkin belum tersimpan. Tunggu sebentar, periksa, lalu coba lagi. Bila berlangsung lama, hubungi admin.',
    en: 'The database cannot be reached right now, so this may not have been saved. Wait a moment, check, then try again. If it lasts, ask an administrator.',
  },
  ...userErrorTexts,
  'DEVICE.NOT_FOUND': {
    status: 404,
    id: 'Device ini tidak ada lagi. Mungkin koneksinya sudah dihapus.',
    en: 'This device no longer exists. Its connection may have been removed.',
  },
  'DEVICE.PHONE_TAKEN': {
    status: 409,
    id: 'Nomor ini sudah ditambahkan sebagai {name}. Ganti nomor, atau Scan Barcode untuk nomor tersebut.',
    en: 'This number was already added as {name}. Use another number, or Scan Barcode for that one.',
  },
  'DEVICE.ENGINE_NOT_OFFERED': {
    status: 422,
    id: 'Koneksi jenis ini belum diaktifkan di server. Gunakan perangkat latihan.',
    en: 'This kind of connection is not enabled on the server. Use a practice device.',
  },
  'DEVICE.NOT_READY': {
    status: 409,
    id: 'Device {name} belum terhubung. Scan Barcode dahulu.',
    en: 'Device {name} is not linked yet. Scan its barcode first.',
  },
  'DEVICE.DAILY_CAP': {
    status: 409,
    id: 'Batas {cap} pesan hari ini untuk {name} sudah tercapai. Coba lagi besok, atau pakai device lain.',
    en: "Today's limit of {cap} messages for {name} is reached. Try again tomorrow, or use another device.",
  },
  'DEVICE.ALREADY_LINKED': {
    status: 409,
    id: 'Device {name} sudah terhubung.',
    en: 'Device {name} is already linked.',
  },
  'DEVICE.HELD_ELSEWHERE': {
    status: 409,
    id: 'Device ini sedang dipegang proses lain. Coba lagi sebentar.',
    en: 'Another process holds this device. Try again in a moment.',
  },
  'DEVICE.NO_WORKER': {
    status: 503,
    id: 'Tidak ada proses pekerja yang berjalan, sehingga device tidak dapat dihubungkan. Hubungi administrator.',
    en: 'No worker process is running, so devices cannot be linked. Ask an administrator.',
  },
  'DEVICE.NO_CHALLENGE': {
    status: 409,
    id: 'Tidak ada kode yang menunggu di-scan. Tampilkan kode baru dahulu.',
    en: 'No code is waiting to be scanned. Show a new code first.',
  },
  ...recipientErrorTexts,
  ...attachmentErrorTexts,
  ...embedErrorTexts,
  ...safeModeErrorTexts,
  ...settingsErrorTexts,
  ...subjectErrorTexts,
  'BROADCAST.NOT_FOUND': {
    status: 404,
    id: 'Pesan ini tidak ada lagi. Mungkin sudah dihapus.',
    en: 'This message no longer exists. It may have been deleted.',
  },
  'BROADCAST.NOT_EDITABLE': {
    status: 409,
    id: 'Pesan ini sudah mulai dikirim, jadi tidak bisa diubah. Buat pesan baru.',
    en: 'Sending of this message has begun, so it cannot be changed. Make a new one.',
  },
  'BROADCAST.NOT_DELETABLE': {
    status: 409,
    id: 'Pesan ini sedang dikirim. Batalkan dahulu, lalu hapus.',
    en: 'This message is being sent. Cancel it first, then delete it.',
  },
  'BROADCAST.CHANGED': {
    status: 409,
    id: 'Pesan ini baru saja diubah orang lain. Periksa isinya lalu ulangi.',
    en: 'Somebody has just changed this message. Check it, then try again.',
  },
  'BROADCAST.IMPORT_TAKEN': {
    status: 409,
    id: 'Daftar penerima ini sudah dipakai pesan lain. Unggah ulang untuk pesan ini.',
    en: 'This list belongs to another message. Upload it again for this one.',
  },
  'BROADCAST.MISSING_VALUES': {
    status: 422,
    id: '{recipients} penerima tidak punya isi untuk {variable}. Lengkapi, atau hapus {variable} dari pesan.',
    en: '{recipients} recipients have no value for {variable}. Fill it in, or take {variable} out of the text.',
  },
  'BROADCAST.ALL_OPTED_OUT': {
    status: 422,
    id: 'Semua penerima ada di daftar berhenti, jadi tidak ada yang dapat dikirimi. Ganti daftar penerimanya.',
    en: 'All recipients are on the do-not-contact list, so there is nobody to send to. Use another list of recipients.',
  },
  'BROADCAST.NOT_CONFIRMED': {
    status: 409,
    id: 'Pesan ini belum dikonfirmasi. Tekan Konfirmasi di Detail Penerima dahulu.',
    en: 'This message is not confirmed yet. Press Konfirmasi in the recipient details first.',
  },
  'BROADCAST.CONFIRMED_DIFFERS': {
    status: 409,
    id: 'Isi pesan tidak sama dengan yang dikonfirmasi. Periksa, lalu Konfirmasi ulang.',
    en: 'The content differs from what was confirmed. Check it, then confirm again.',
  },
  'BROADCAST.FOUR_EYES': {
    status: 409,
    id: 'Aturan empat mata: Anda yang membuat atau terakhir mengubah pesan ini. Minta Pemeriksa lain untuk mengonfirmasi.',
    en: 'Four eyes: you made this message or changed it last. Ask another confirmer to confirm it.',
  },
  'BROADCAST.FOUR_EYES_NOW': {
    status: 409,
    id: 'Aturan empat mata sekarang berlaku, dan pesan ini dikonfirmasi oleh orang yang membuat atau terakhir mengubahnya. Minta Pemeriksa lain untuk mengonfirmasi.',
    en: 'Four eyes are asked for by now, and this message was confirmed by somebody who made it or changed it last. Ask another confirmer to confirm it.',
  },
  'BROADCAST.EDITORS_UNKNOWN': {
    status: 409,
    id: 'Aturan empat mata: tidak tercatat siapa yang terakhir mengubah pesan ini. Buat pesan baru dengan isi yang sama, lalu minta Pemeriksa lain untuk mengonfirmasi.',
    en: 'Four eyes: it was not written down who changed this message last. Make a new one with the same content, then ask another confirmer to confirm it.',
  },
  'BROADCAST.ALREADY_CONFIRMED': {
    status: 409,
    id: 'Pesan ini sudah dikonfirmasi oleh {by}.',
    en: 'This message was already confirmed by {by}.',
  },
  'BROADCAST.ALREADY_SENT': {
    status: 409,
    id: 'Pesan ini sudah dikirim oleh {by} pada {at}.',
    en: 'This message was already sent by {by} at {at}.',
  },
  'PRACTICE_TOUR.NOT_EMPTY': {
    status: 409,
    id: 'Sudah ada device atau pesan. Untuk berlatih, tambahkan perangkat latihan lewat Tambah Device.',
    en: 'There are devices or messages already. To practise, add a practice device with Tambah Device.',
  },
  'RUN.NOT_FOUND': {
    status: 404,
    id: 'Pesan ini tidak ada, atau belum mulai dikirim.',
    en: 'This message does not exist, or sending it has not begun.',
  },
  'RUN.NOT_IN_STATE': {
    status: 409,
    id: 'Pengiriman ini sudah berubah keadaan. Muat ulang untuk melihat keadaan sekarang.',
    en: 'This sending has changed in the meantime. Reload to see how it stands.',
  },
  'RUN.DEVICE_REMOVED': {
    status: 409,
    id: 'Device pesan ini sudah dihapus. Pengiriman hanya bisa dibatalkan.',
    en: 'The device of this message was removed. Sending can only be cancelled.',
  },
  'RUN.IDEMPOTENCY_KEY_MISSING': {
    status: 400,
    id: 'Permintaan kirim tidak lengkap. Muat ulang halaman lalu coba lagi.',
    en: 'The send request is incomplete. Reload the page and try again.',
  },
} as const satisfies Record<string, Sentence & { status: number }>;

/** Stable code of a refusal. */
export type ErrorCode = keyof typeof errorTexts;

/** The sentence of `code` in `language`, with its parameters filled in. */
export function errorSentence(
  code: ErrorCode,
  language: 'id' | 'en',
  params: Readonly<Record<string, string | number | null>> = {},
): string {
  return fillSentence(errorTexts[code][language], params);
}
