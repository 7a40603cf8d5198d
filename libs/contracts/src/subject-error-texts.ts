/** Refusals about the data of one person, see `subject.contract.ts`. */
export const subjectErrorTexts = {
  'SUBJECT.BEING_SENT': {
    status: 409,
    id: 'Nomor ini masih menunggu atau sedang dikirim di pesan "{title}". Tambahkan ke Jangan kirim agar dilewati, atau batalkan pesan itu, lalu ulangi.',
    en: 'This number is waiting or being sent to in the message "{title}". Add it to Do not contact so that it is skipped, or cancel that message, then try again.',
  },
  'SUBJECT.LAST_OF_DRAFT': {
    status: 409,
    id: 'Nomor ini satu-satunya penerima pesan "{title}" yang belum dikirim. Hapus pesan itu dahulu, lalu ulangi.',
    en: 'This number is the only recipient of the message "{title}", which was not sent yet. Delete that message first, then try again.',
  },
  'RECIPIENT.ERASED': {
    status: 409,
    id: 'Data penerima ini sudah dihapus, jadi tidak dapat dikirimi lagi.',
    en: 'The data of this recipient was erased, so nothing can be sent to them again.',
  },
} as const;
