/** Addresses of the pages, in one place, for links and navigation. */
export const paths = {
  landing: '/',
  login: '/login',
  setup: '/setup',
  guide: '/panduan',
  devices: '/wa-connected',
  deviceCreate: '/wa-connected/tambah',
  deviceScan: (id: string) => `/wa-connected/${id}/scan`,
  settings: '/pengaturan',
  embedding: '/pengaturan/penyematan',
  doNotContact: '/jangan-kirim',
  users: '/pengguna',
  audit: '/audit',
  account: '/akun',
  secondStep: '/langkah-kedua',
  invitation: '/undangan',
  forbidden: '/tidak-diizinkan',
  subjects: '/data-pasien',
  broadcasts: '/wa-broadcast',
  broadcastCreate: '/wa-broadcast/tambah',
  broadcastEdit: (id: string) => `/wa-broadcast/${id}/edit`,
  recipients: (id: string) => `/wa-broadcast/${id}/penerima`,
} as const;

/** Address of the login page that leads back to `returnUrl`. */
export function loginUrl(returnUrl: string): string {
  if (returnUrl === paths.landing) return paths.login;
  return `${paths.login}?returnUrl=${encodeURIComponent(returnUrl)}`;
}

/** Address of the page where the second factor is switched on that is required, leading back to `returnUrl`. */
export function secondStepUrl(returnUrl: string): string {
  return `${paths.secondStep}?returnUrl=${encodeURIComponent(returnUrl)}`;
}
