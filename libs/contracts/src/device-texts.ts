import { fillSentence } from './fill-sentence.js';
import type { Sentence } from './error-texts.js';

/**
 * Why a device is in its state, by its stable code. `{detail}` is what stands behind the colon of the
 * code (`whatsapp-changed:WAWebMsgKey`). `wrong-number` has no code: its reason is the number that
 * scanned, see `wrongNumberText`.
 */
export const sessionReasonTexts = {
  'server-restarted': {
    id: 'Server baru dijalankan ulang; sambungan sedang dipulihkan.',
    en: 'The server was restarted; the link is being restored.',
  },
  'connection-lost': {
    id: 'Sambungan ke WhatsApp terputus dan sedang dipulihkan.',
    en: 'The link to WhatsApp dropped and is being restored.',
  },
  'session-missing': {
    id: 'Data sambungan di server tidak ada lagi. Scan Barcode kembali.',
    en: 'The link is no longer stored on the server. Scan the barcode again.',
  },
  'phone-logged-out': {
    id: 'Sambungan diakhiri dari HP. Scan Barcode kembali.',
    en: 'The link was ended on the phone. Scan the barcode again.',
  },
  'engine-not-offered': {
    id: 'Koneksi jenis ini tidak diaktifkan di server. Hubungi administrator.',
    en: 'This kind of connection is not enabled on the server. Ask an administrator.',
  },
  'engine-failed': {
    id: 'Server gagal menjalankan sambungan ini. Coba Scan Barcode; bila berulang, hubungi administrator.',
    en: 'The server could not run this link. Try Scan Barcode; if it persists, ask an administrator.',
  },
  'engine-restarting': {
    id: 'Sambungan di server berhenti dan sedang dijalankan ulang.',
    en: 'The link stopped on the server and is being started again.',
  },
  'whatsapp-unreachable': {
    id: 'WhatsApp tidak terjangkau dari server. Periksa internet atau proxy server, lalu coba lagi.',
    en: 'The server cannot reach WhatsApp. Check its internet or proxy, then try again.',
  },
  'browser-missing': {
    id: 'Tidak ada Chromium atau Chrome di server. Minta administrator memasangnya atau mengisi CHROMIUM_PATH.',
    en: 'There is no Chromium or Chrome on the server. Ask an administrator to install one or to set CHROMIUM_PATH.',
  },
  'browser-failed': {
    id: 'Chromium di server gagal dijalankan. Hubungi administrator; sebabnya ada di log server.',
    en: 'Chromium could not be started on the server. Ask an administrator; the cause is in the log of the server.',
  },
  'sandbox-refused': {
    id: 'Chromium di server tidak boleh memakai sandbox. Minta administrator membaca "Chromium sandbox" di docs/install.md.',
    en: 'Chromium may not use its sandbox on the server. Ask an administrator to read "Chromium sandbox" in docs/install.md.',
  },
  'profile-in-use': {
    id: 'Data sambungan ini sedang dipakai program lain di server. Tutup program itu, lalu coba lagi.',
    en: 'The data of this link is in use by another program on the server. Close that program, then try again.',
  },
  'used-elsewhere': {
    id: 'Sambungan ini sedang dipakai WhatsApp Web di tempat lain. Tutup di sana; server akan mencoba lagi.',
    en: 'This link is in use by WhatsApp Web somewhere else. Close it there; the server will try again.',
  },
  banned: {
    id: 'WhatsApp memblokir nomor ini. Buka WhatsApp di HP untuk melihat sebabnya dan meminta peninjauan.',
    en: 'WhatsApp blocked this number. Open WhatsApp on the phone to see why and to ask for a review.',
  },
  'network-blocked': {
    id: 'WhatsApp menolak sambungan dari jaringan atau proxy server ini. Hubungi administrator.',
    en: 'WhatsApp refuses connections from the network or proxy of this server. Ask an administrator.',
  },
  'whatsapp-outdated': {
    id: 'WhatsApp meminta versi WhatsApp Web yang lebih baru. Server akan mencoba lagi; bila berulang, hubungi administrator.',
    en: 'WhatsApp demands a newer WhatsApp Web. The server will try again; if it persists, ask an administrator.',
  },
  'whatsapp-changed': {
    id: 'WhatsApp Web berubah, jadi device ini tidak mengirim dulu ({detail}). Minta administrator memperbarui aplikasi ini.',
    en: 'WhatsApp Web changed, so this device does not send for now ({detail}). Ask an administrator to update this application.',
  },
  'sync-stuck': {
    id: 'HP belum selesai menyinkronkan. Buka WhatsApp di HP itu dan pastikan ada internet, lalu coba lagi.',
    en: 'The phone has not finished syncing. Open WhatsApp on it and make sure it is online, then try again.',
  },
  'code-refused': {
    id: 'WhatsApp tidak memberi kode untuk nomor ini. Tunggu beberapa menit, atau pakai QR.',
    en: 'WhatsApp gave no code for this number. Wait some minutes, or use the QR.',
  },
} as const satisfies Record<string, Sentence>;

/** Stable code of why a session is in its state. */
export type SessionReason = keyof typeof sessionReasonTexts;

/** For the state `wrong-number`: `{scanned}` and `{expected}` are numbers as people write them. */
export const wrongNumberText: Sentence = {
  id: 'Di-scan dari {scanned}, seharusnya {expected}. Sambungan dibatalkan. Scan ulang dengan HP yang benar.',
  en: 'Scanned from {scanned}, expected {expected}. The link was cancelled. Scan again with the right phone.',
};

const OTHER_REASON: Sentence = {
  id: 'Alasan lain (kode: {code}).',
  en: 'Another reason (code: {code}).',
};

/**
 * The sentence of a reason, which may carry a detail behind a colon. An engine may tell one that has no
 * sentence of its own: its code is named then.
 */
export function sessionReasonSentence(reason: string, language: keyof Sentence): string {
  const [code = '', ...rest] = reason.split(':');
  if (!Object.hasOwn(sessionReasonTexts, code)) {
    return fillSentence(OTHER_REASON[language], { code: reason });
  }
  const known: Sentence = sessionReasonTexts[code as SessionReason];
  return fillSentence(known[language], { detail: rest.join(':').trim() });
}
