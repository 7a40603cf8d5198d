/** Refusals about recipients: lists of them, single ones, and those who want no more messages. */
export const recipientErrorTexts = {
  'IMPORT.NOT_FOUND': {
    status: 404,
    id: 'Daftar penerima ini tidak ada lagi. Unggah ulang berkasnya.',
    en: 'This list of recipients no longer exists. Upload the file again.',
  },
  'IMPORT.NOT_READY': {
    status: 409,
    id: 'Daftar penerima belum selesai dibaca. Tunggu sampai selesai.',
    en: 'The list of recipients is still being read. Wait until it is done.',
  },
  'IMPORT.NOT_CHOOSING': {
    status: 409,
    id: 'Kolom untuk daftar ini sudah dipilih. Unggah ulang bila ingin mengganti.',
    en: 'The columns of this list were already chosen. Upload again to change them.',
  },
  'IMPORT.EMPTY': {
    status: 422,
    id: 'Belum ada penerima yang valid. Tambahkan minimal satu nomor.',
    en: 'There is no valid recipient yet. Add at least one number.',
  },
  'IMPORT.NO_FILE': {
    status: 422,
    id: 'Belum ada berkas. Pilih berkas .xlsx atau .csv.',
    en: 'There is no file yet. Choose an .xlsx or .csv file.',
  },
  'IMPORT.BUSY': {
    status: 503,
    id: 'Server sedang membaca berkas lain. Coba lagi sebentar.',
    en: 'The server is reading other files. Try again in a moment.',
  },
  'RECIPIENT.NOT_FOUND': {
    status: 404,
    id: 'Penerima ini tidak ada lagi.',
    en: 'This recipient no longer exists.',
  },
  'RECIPIENT.PHONE_TAKEN': {
    status: 409,
    id: 'Nomor ini sudah ada di daftar, pada baris {rowNumber}.',
    en: 'This number is already in the list, in row {rowNumber}.',
  },
  'RECIPIENT.LAST_ONE': {
    status: 409,
    id: 'Ini penerima terakhir. Hapus pesannya, atau ganti daftar penerima.',
    en: 'This is the last recipient. Delete the message, or replace the list.',
  },
  'RECIPIENT.NOT_DECIDABLE': {
    status: 409,
    id: 'Status penerima ini sudah berubah, jadi pilihan itu tidak berlaku lagi.',
    en: 'The status of this recipient has changed, so that choice no longer applies.',
  },
  'RECIPIENT.OPTED_OUT': {
    status: 409,
    id: 'Nomor ini ada di daftar berhenti, jadi tidak dikirimi pesan. Bila pemiliknya setuju lagi, minta administrator menghapusnya dari daftar.',
    en: 'This number is on the do-not-contact list, so it gets no messages. If its owner agrees again, ask an administrator to take it off the list.',
  },
  'RECIPIENT.UNKNOWN_NOT_YOURS': {
    status: 403,
    id: 'Penerima ini tidak pasti: pesannya mungkin sudah sampai. Minta Pemeriksa atau Administrator yang memutuskan.',
    en: 'It is uncertain whether this recipient got the message. Ask a confirmer or an administrator to decide.',
  },
  'DO_NOT_CONTACT.NOT_FOUND': {
    status: 404,
    id: 'Nomor ini sudah tidak ada di daftar berhenti.',
    en: 'This number is not on the do-not-contact list any more.',
  },
  'DO_NOT_CONTACT.ALREADY_LISTED': {
    status: 409,
    id: 'Nomor ini sudah ada di daftar berhenti. Tidak perlu ditambahkan lagi.',
    en: 'This number is on the do-not-contact list already. There is nothing to add.',
  },
} as const;
