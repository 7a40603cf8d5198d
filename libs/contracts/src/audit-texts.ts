import type { Sentence } from './error-texts.js';

/** What is written down in the audit, with its words. Every deed that the product records is here. */
export const auditActionTexts = {
  'attachment.upload': { id: 'Mengunggah lampiran', en: 'Uploaded an attachment' },
  'audit.export': { id: 'Mengunduh audit', en: 'Downloaded the audit' },
  'auth.code-refused': { id: 'Kode ditolak', en: 'Code refused' },
  'auth.login': { id: 'Masuk', en: 'Logged in' },
  'auth.login-refused': { id: 'Gagal masuk', en: 'Login refused' },
  'auth.logout': { id: 'Keluar', en: 'Logged out' },
  'auth.password-right': {
    id: 'Kata sandi benar, menunggu kode',
    en: 'Password right, code awaited',
  },
  'auth.session-end': { id: 'Mengakhiri sesi', en: 'Ended a session' },
  'auth.sessions-end': { id: 'Mengakhiri semua sesi', en: 'Ended all sessions' },
  'broadcast.cancel': { id: 'Membatalkan pengiriman', en: 'Cancelled sending' },
  'broadcast.confirm': { id: 'Konfirmasi pesan', en: 'Confirmed a message' },
  'broadcast.content-differs': {
    id: 'Isi pesan berbeda dari yang dikonfirmasi',
    en: 'The message differed from what was confirmed',
  },
  'broadcast.create': { id: 'Membuat pesan', en: 'Created a message' },
  'broadcast.delete': { id: 'Menghapus pesan', en: 'Deleted a message' },
  'broadcast.edit': { id: 'Mengubah pesan', en: 'Edited a message' },
  'broadcast.pause': { id: 'Menjeda pengiriman', en: 'Paused sending' },
  'broadcast.purge': { id: 'Masa simpan pesan berakhir', en: 'Retention of a message ended' },
  'broadcast.recipient-edit': { id: 'Mengubah penerima', en: 'Edited a recipient' },
  'broadcast.recipient-remove': { id: 'Menghapus penerima', en: 'Removed a recipient' },
  'broadcast.resend-failed': { id: 'Kirim ulang yang gagal', en: 'Resent what had failed' },
  'broadcast.resume': { id: 'Melanjutkan pengiriman', en: 'Resumed sending' },
  'broadcast.send': { id: 'Kirim pesan', en: 'Sent a message' },
  'broadcast.unconfirm': { id: 'Menarik konfirmasi', en: 'Withdrew a confirmation' },
  'device.add': { id: 'Menambah device', en: 'Added a device' },
  'device.link': { id: 'Scan Barcode dimulai', en: 'Began to link a device' },
  'device.link-stop': { id: 'Scan Barcode dihentikan', en: 'Stopped linking a device' },
  'device.linked': { id: 'Device terhubung', en: 'A device was linked' },
  'device.logged-out': { id: 'Device terputus', en: 'A device was logged out' },
  'device.remove': { id: 'Hapus Koneksi', en: 'Unlinked a device' },
  'device.simulated-scan': { id: 'Scan tiruan', en: 'Simulated a scan' },
  'device.test-send': { id: 'Kirim uji', en: 'Sent a test message' },
  'do-not-contact.add': { id: 'Menambah ke Jangan kirim', en: 'Added to Do not contact' },
  'do-not-contact.opt-out': { id: 'Penerima minta berhenti', en: 'A recipient opted out' },
  'do-not-contact.remove': { id: 'Menghapus dari Jangan kirim', en: 'Removed from Do not contact' },
  'embed.enter': { id: 'Masuk lewat dashboard', en: 'Came in through a dashboard' },
  'embed.host-add': { id: 'Menambah dashboard', en: 'Added a dashboard' },
  'embed.host-change': { id: 'Mengubah dashboard', en: 'Changed a dashboard' },
  'embed.host-remove': { id: 'Menghapus dashboard', en: 'Removed a dashboard' },
  'embed.key-add': { id: 'Menambah kunci dashboard', en: 'Added a key of a dashboard' },
  'embed.key-retire': { id: 'Mencabut kunci dashboard', en: 'Retired a key of a dashboard' },
  'embed.logout': { id: 'Keluar lewat dashboard', en: 'Logged out through a dashboard' },
  'embed.sessions-end': {
    id: 'Mengakhiri semua sesi dashboard',
    en: 'Ended all sessions of a dashboard',
  },
  'recipient-import.start': { id: 'Mengunggah daftar penerima', en: 'Uploaded a list' },
  'recipient.leave': { id: 'Biarkan tidak pasti', en: 'Left as uncertain' },
  'recipient.mark-sent': { id: 'Tandai terkirim', en: 'Marked as sent' },
  'recipient.resend': { id: 'Kirim ulang satu penerima', en: 'Resent to one recipient' },
  'safe-mode.enter': { id: 'Masuk mode aman', en: 'Entered safe mode' },
  'safe-mode.release': { id: 'Melepaskan mode aman', en: 'Released safe mode' },
  'settings.change': { id: 'Mengubah pengaturan', en: 'Changed the settings' },
  'subject.erase': { id: 'Menghapus data pasien', en: "Erased a patient's data" },
  'subject.export': { id: 'Mengunduh data pasien', en: "Downloaded a patient's data" },
  'subject.find': { id: 'Mencari data pasien', en: "Searched for a patient's data" },
  'user.access': { id: 'Mengubah peran atau device', en: 'Changed roles or devices' },
  'user.create-first-administrator': {
    id: 'Membuat administrator pertama',
    en: 'Created the first administrator',
  },
  'user.disable': { id: 'Menonaktifkan pengguna', en: 'Disabled a user' },
  'user.enable': { id: 'Mengaktifkan pengguna', en: 'Enabled a user' },
  'user.invite': { id: 'Mengundang pengguna', en: 'Invited a user' },
  'user.link': { id: 'Membuat tautan pengguna', en: 'Made a link for a user' },
  'user.link-used': { id: 'Memakai tautan', en: 'Used a link' },
  'user.password-change': { id: 'Mengganti kata sandi', en: 'Changed the password' },
  'user.recovery-codes': { id: 'Membuat kode cadangan', en: 'Made recovery codes' },
  'user.reset-administrator': {
    id: 'Mereset administrator di server',
    en: 'Reset an administrator on the server',
  },
  'user.second-factor-off': {
    id: 'Mematikan verifikasi dua langkah',
    en: 'Switched two-step verification off',
  },
  'user.second-factor-on': {
    id: 'Menyalakan verifikasi dua langkah',
    en: 'Switched two-step verification on',
  },
} as const satisfies Record<string, Sentence>;

/** What deeds are done to. */
export const auditSubjectTexts = {
  attachment: { id: 'Lampiran', en: 'Attachment' },
  audit: { id: 'Audit', en: 'Audit' },
  broadcast: { id: 'Pesan', en: 'Message' },
  device: { id: 'Device', en: 'Device' },
  'do-not-contact': { id: 'Jangan kirim', en: 'Do not contact' },
  'embed-host': { id: 'Dashboard', en: 'Dashboard' },
  recipient: { id: 'Penerima', en: 'Recipient' },
  'recipient-import': { id: 'Daftar penerima', en: 'List of recipients' },
  'safe-mode': { id: 'Mode aman', en: 'Safe mode' },
  settings: { id: 'Pengaturan', en: 'Settings' },
  subject: { id: 'Data pasien', en: "A patient's data" },
  user: { id: 'Pengguna', en: 'User' },
} as const satisfies Record<string, Sentence>;

/** Names of what is told besides. */
export const auditDetailTexts = {
  algorithm: { id: 'algoritma', en: 'algorithm' },
  before: { id: 'sebelumnya', en: 'before' },
  broadcastId: { id: 'pesan', en: 'message' },
  broadcasts: { id: 'jumlah pesan', en: 'messages' },
  deviceId: { id: 'device', en: 'device' },
  devices: { id: 'device', en: 'devices' },
  ended: { id: 'sesi yang diakhiri', en: 'sessions ended' },
  engine: { id: 'jenis', en: 'engine' },
  hash: { id: 'sidik isi', en: 'hash of the content' },
  issuer: { id: 'penerbit', en: 'issuer' },
  kid: { id: 'kunci', en: 'key' },
  kind: { id: 'jenis', en: 'kind' },
  loggedOutOnPhone: { id: 'keluar di telepon', en: 'logged out on the phone' },
  name: { id: 'nama', en: 'name' },
  origins: { id: 'alamat', en: 'origins' },
  reason: { id: 'alasan', en: 'reason' },
  recipientId: { id: 'penerima', en: 'recipient' },
  recipients: { id: 'jumlah penerima', en: 'recipients' },
  reportRows: { id: 'baris laporan', en: 'rows of reports' },
  revision: { id: 'revisi', en: 'revision' },
  roles: { id: 'peran', en: 'roles' },
  sha256: { id: 'SHA-256', en: 'SHA-256' },
  size: { id: 'ukuran (byte)', en: 'size (bytes)' },
  source: { id: 'sumber', en: 'source' },
  username: { id: 'nama pengguna', en: 'username' },
} as const satisfies Record<string, Sentence>;

type Language = keyof Sentence;

/** The words for a deed; for one that this version does not know, its code. */
export const auditActionText = (action: string, language: Language): string =>
  textIn(auditActionTexts, action, language);

/** The word for what a deed was done to; for one that this version does not know, its code. */
export const auditSubjectText = (subject: string, language: Language): string =>
  textIn(auditSubjectTexts, subject, language);

/** What is told besides, as one line: `nama: Poli Anak; jumlah penerima: 40`. */
export function auditDetailsText(
  details: Readonly<Record<string, string | number | null>>,
  language: Language,
): string {
  return Object.entries(details)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${textIn(auditDetailTexts, name, language)}: ${String(value)}`)
    .join('; ');
}

function textIn(
  texts: Readonly<Record<string, Sentence>>,
  code: string,
  language: Language,
): string {
  return Object.hasOwn(texts, code) ? (texts[code]?.[language] ?? code) : code;
}
