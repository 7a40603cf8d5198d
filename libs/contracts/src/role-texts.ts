import type { Sentence } from './error-texts.js';
import type { Permission, Role } from './user.contract.js';

/** What each role is called, and what it is for in one line. */
export const roleTexts = {
  viewer: {
    name: { id: 'Pengamat', en: 'Viewer' },
    use: {
      id: 'Melihat pesan, kemajuan, dan hasil. Nomor pasien disamarkan.',
      en: 'Sees messages, progress and results. Numbers of patients are masked.',
    },
  },
  operator: {
    name: { id: 'Operator', en: 'Operator' },
    use: {
      id: 'Menulis pesan, mengunggah penerima, Konfirmasi, mengirim, dan mengirim ulang yang gagal.',
      en: 'Writes messages, uploads recipients, confirms, sends, and sends again what failed.',
    },
  },
  confirmer: {
    name: { id: 'Pemeriksa', en: 'Confirmer' },
    use: {
      id: 'Memeriksa, Konfirmasi, mengirim, dan memutuskan yang tidak pasti. Tidak dapat mengubah pesan.',
      en: 'Checks, confirms, sends, and decides what is uncertain. Cannot change messages.',
    },
  },
  administrator: {
    name: { id: 'Administrator', en: 'Administrator' },
    use: {
      id: 'Semuanya, di semua device: juga device, jangan kirim, pengguna, pengaturan, dan audit.',
      en: 'Everything, on every device: devices, do-not-contact, users, settings and audit as well.',
    },
  },
} as const satisfies Record<Role, { readonly name: Sentence; readonly use: Sentence }>;

/** What each permission allows, on the devices of the person. */
export const permissionTexts = {
  'devices:read': {
    id: 'Melihat device dan statusnya',
    en: 'See devices and their status',
  },
  'devices:manage': {
    id: 'Tambah device, Scan Barcode, Hapus Koneksi',
    en: 'Add, scan and unlink devices',
  },
  'broadcasts:read': {
    id: 'Melihat pesan, kemajuan, dan hasil',
    en: 'See messages, progress and reports',
  },
  'broadcasts:edit': {
    id: 'Membuat, mengubah, menghapus, mengunggah, kirim tes',
    en: 'Make, edit, delete, upload, test send',
  },
  'broadcasts:confirm': { id: 'Konfirmasi', en: 'Konfirmasi (confirm)' },
  'broadcasts:send': {
    id: 'Kirim, Jeda, Lanjutkan, Batalkan',
    en: 'Send, pause, resume, cancel',
  },
  'recipients:numbers': {
    id: 'Melihat nomor pasien utuh (tanpa ini disamarkan oleh server)',
    en: 'See numbers of patients in full (else masked by the server)',
  },
  'recipients:resolve-failed': {
    id: 'Kirim ulang, Tandai terkirim, Biarkan: yang gagal',
    en: 'Resend, mark as sent, leave: what failed',
  },
  'recipients:resolve-unknown': {
    id: 'Kirim ulang, Tandai terkirim, Biarkan: yang tidak pasti',
    en: 'Resend, mark as sent, leave: what is uncertain',
  },
  'do-not-contact:manage': { id: 'Daftar jangan kirim', en: 'Do-not-contact list' },
  'safe-mode:release': {
    id: 'Melepaskan mode aman sesudah database dipulihkan',
    en: 'Release safe mode after a restore of the database',
  },
  'subjects:manage': {
    id: 'Mencari, mengunduh, menghapus data satu pasien',
    en: 'Find, download and erase the data of one patient',
  },
  'users:manage': {
    id: 'Pengguna, peran, pengaturan, kunci',
    en: 'Users, roles, settings, keys',
  },
  'audit:read': { id: 'Audit', en: 'Audit' },
  'embedding:manage': {
    id: 'Penyematan: dashboard, kuncinya, dan sesi dari sana',
    en: 'Embedding: dashboards, their keys and sessions',
  },
} as const satisfies Record<Permission, Sentence>;
