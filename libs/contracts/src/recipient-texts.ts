import { fillSentence } from './fill-sentence.js';
import type { Sentence } from './error-texts.js';
import type { RecipientState } from './recipient.contract.js';

/** The word for each state of a recipient, on the screen and in the results file. */
export const recipientStateTexts = {
  pending: { id: 'menunggu', en: 'waiting' },
  sending: { id: 'sedang dikirim', en: 'being sent' },
  sent: { id: 'terkirim', en: 'sent' },
  delivered: { id: 'sampai', en: 'delivered' },
  read: { id: 'dibaca', en: 'read' },
  failed: { id: 'gagal', en: 'failed' },
  skipped: { id: 'dilewati', en: 'skipped' },
  unknown: { id: 'tidak pasti', en: 'uncertain' },
  cancelled: { id: 'dibatalkan', en: 'cancelled' },
} as const satisfies Record<RecipientState, Sentence>;

/** The words for a recipient before Kirim: until then nothing has happened to it. */
export const recipientBeforeSendingTexts = {
  unconfirmed: { id: 'belum dikonfirmasi', en: 'not confirmed yet' },
  confirmed: { id: 'confirmed', en: 'confirmed' },
} as const satisfies Record<string, Sentence>;

/**
 * Why a recipient is `failed`, `skipped` or `unknown`, by its stable code. Written so that they can
 * follow "Belum tentu terkirim: …" as well as stand alone.
 */
export const recipientReasonTexts = {
  'not-on-whatsapp': {
    id: 'nomor ini tidak terdaftar di WhatsApp',
    en: 'this number is not on WhatsApp',
  },
  'opted-out': {
    id: 'penerima ini minta tidak dikirimi lagi',
    en: 'this recipient asked not to be sent messages',
  },
  'lookup-unavailable': {
    id: 'WhatsApp tidak menjawab apakah nomor ini terdaftar; pesan belum dikirim',
    en: 'WhatsApp did not answer whether this number is registered; nothing was sent',
  },
  'device-not-ready': {
    id: 'device sedang tidak terhubung; pesan belum dikirim',
    en: 'the device was not linked at that moment; nothing was sent',
  },
  'not-handed-over': {
    id: 'WhatsApp Web tidak menerima pesan ini; pesan belum dikirim',
    en: 'WhatsApp Web did not take this message; nothing was sent',
  },
  'whatsapp-changed': {
    id: 'WhatsApp Web berubah sehingga pesan ditahan; pesan belum dikirim, hubungi administrator',
    en: 'WhatsApp Web has changed and the message was held back; nothing was sent, ask an administrator',
  },
  'file-unreadable': {
    id: 'lampiran tidak dapat dibaca di server; pesan belum dikirim, unggah ulang lampirannya',
    en: 'the attachment could not be read on the server; nothing was sent, upload it again',
  },
  'file-not-sent': {
    id: 'lampiran gagal diunggah ke WhatsApp; pesan belum dikirim',
    en: 'the attachment could not be uploaded to WhatsApp; nothing was sent',
  },
  rejected: {
    id: 'WhatsApp menolak pesan ini',
    en: 'WhatsApp refused this message',
  },
  'delivery-failed': {
    id: 'WhatsApp melaporkan bahwa pesan ini gagal dikirim',
    en: 'WhatsApp reported that this message could not be sent',
  },
  interrupted: {
    id: 'server berhenti tepat saat pesan ini dikirim',
    en: 'the server stopped just while this message was being sent',
  },
  restored: {
    id: 'database dipulihkan dari cadangan; pesan ini mungkin sudah dikirim sesudah cadangan dibuat',
    en: 'the database was restored from a backup; this message may have been sent after the backup was made',
  },
  'not-recorded': {
    id: 'server tidak dapat mencatat pengiriman di disk; pesan belum dikirim',
    en: 'the server could not write the sending down on its disk; nothing was sent',
  },
  'no-answer': {
    id: 'WhatsApp tidak memberi jawaban setelah pesan ini dikirim',
    en: 'WhatsApp gave no answer after this message was handed over',
  },
  'connection-lost': {
    id: 'sambungan ke WhatsApp terputus tepat saat pesan ini dikirim',
    en: 'the link to WhatsApp dropped just while this message was being sent',
  },
} as const satisfies Record<string, Sentence>;

/** Stable code of why a recipient is in its state. */
export type RecipientReason = keyof typeof recipientReasonTexts;

const OTHER_REASON: Sentence = {
  id: 'alasan lain (kode: {code})',
  en: 'another reason (code: {code})',
};

/** The sentence of a reason. An engine may tell one that has none of its own: its code is named then. */
export function recipientReasonSentence(code: string, language: keyof Sentence): string {
  const known: Sentence | undefined = Object.hasOwn(recipientReasonTexts, code)
    ? recipientReasonTexts[code as RecipientReason]
    : undefined;
  return fillSentence((known ?? OTHER_REASON)[language], { code });
}
