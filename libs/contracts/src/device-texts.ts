import { fillSentence } from './error-texts.js';
import type { Sentence } from './error-texts.js';

/**
 * Why a device is in its state, by its stable code. `wrong-number` has no code: its reason is the
 * number that scanned, see `wrongNumberText`.
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

/** The sentence of a reason. An engine may tell one that has none of its own: its code is named then. */
export function sessionReasonSentence(code: string, language: keyof Sentence): string {
  const known: Sentence | undefined = Object.hasOwn(sessionReasonTexts, code)
    ? sessionReasonTexts[code as SessionReason]
    : undefined;
  return fillSentence((known ?? OTHER_REASON)[language], { code });
}
