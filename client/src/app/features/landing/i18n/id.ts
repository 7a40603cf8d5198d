/** Bahasa Indonesia: the language whose keys the others must have. */
export const id = {
  title: 'Whatsapp Broadcast',
  devices: {
    title: 'WA Connected',
    text: 'Menghubungkan Whatsapp di handphone dengan Service Aplikasi Prima.',
    none: 'Belum ada nomor.',
    ready: '{ready} dari {all} nomor siap',
  },
  broadcasts: {
    title: 'WA Broadcast',
    text: 'Input penerima, konfirmasi penerima, dan pengiriman pesan massal Whatsapp.',
    none: 'Belum ada pesan.',
    sending: '{n} sedang dikirim',
    paused: '{n} dijeda',
    confirmed: '{n} confirmed',
    drafts: '{n} draf',
    allDone: 'Semua pesan selesai.',
  },
  noneReady: { text: 'Belum ada nomor yang siap mengirim.', link: 'Tambah Device' },
  tour: {
    title: 'Baru pertama kali?',
    text: 'Lihat seluruh alurnya tanpa mengirim apa pun: kami buatkan satu perangkat latihan, satu pesan, dan 50 penerima rekaan (sebagian sengaja salah). Anda berhenti tepat sebelum Konfirmasi.',
    start: 'Coba dengan perangkat latihan',
    starting: 'Menyiapkan…',
  },
} as const;
