/** Refusals about files that go with messages. */
export const attachmentErrorTexts = {
  'ATTACHMENT.NO_FILE': {
    status: 422,
    id: 'Belum ada berkas. Pilih gambar JPEG atau PNG, video MP4, atau dokumen PDF.',
    en: 'There is no file yet. Choose a JPEG or PNG image, an MP4 video or a PDF document.',
  },
  'ATTACHMENT.TYPE': {
    status: 422,
    id: 'Jenis berkas ini tidak bisa dikirim. Pilih gambar JPEG atau PNG, video MP4, atau dokumen PDF.',
    en: 'This kind of file cannot be sent. Choose a JPEG or PNG image, an MP4 video or a PDF document.',
  },
  'ATTACHMENT.TOO_LARGE': {
    status: 413,
    id: 'Berkas terlalu besar. Gambar paling besar {imageMegabytes} MB, video {videoMegabytes} MB, PDF {documentMegabytes} MB.',
    en: 'The file is too large. Images up to {imageMegabytes} MB, videos {videoMegabytes} MB, PDFs {documentMegabytes} MB.',
  },
  'ATTACHMENT.EMPTY': {
    status: 422,
    id: 'Berkas ini kosong. Pilih berkas lain: gambar JPEG atau PNG, video MP4, atau dokumen PDF.',
    en: 'This file is empty. Choose another one: a JPEG or PNG image, an MP4 video or a PDF document.',
  },
  'ATTACHMENT.BROKEN': {
    status: 422,
    id: 'Berkas ini rusak atau tidak lengkap. Buka berkasnya, simpan ulang sebagai JPEG, PNG, MP4, atau PDF, lalu unggah lagi.',
    en: 'This file is damaged or incomplete. Open it, save it again as JPEG, PNG, MP4 or PDF, then upload it once more.',
  },
  'ATTACHMENT.NOT_FOUND': {
    status: 404,
    id: 'Lampiran ini tidak ada lagi. Unggah lagi berkasnya.',
    en: 'This attachment no longer exists. Upload the file again.',
  },
  'ATTACHMENT.GONE': {
    status: 409,
    id: 'Berkas lampiran tidak ada atau berubah di server. Unggah lagi berkas yang sama lewat Edit Pesan, lalu ulangi.',
    en: 'The file of the attachment is missing or altered on the server. Upload the same file again in Edit Pesan, then retry.',
  },
  'BROADCAST.CAPTION_TOO_LONG': {
    status: 422,
    id: 'Bersama lampiran, teks paling panjang {limit} karakter. Untuk {recipients} penerima teksnya lebih panjang setelah diisi. Persingkat pesannya.',
    en: 'Beside a file a text has at most {limit} characters. For {recipients} recipients it is longer once filled in. Shorten the message.',
  },
} as const;
