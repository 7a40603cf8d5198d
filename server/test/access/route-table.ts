import type { Permission } from '#contracts/user.contract.js';

/** One device with what belongs to it: its own, or somebody else's. */
export interface Belongings {
  readonly deviceId: string;
  readonly broadcastId: string;
  readonly importId: string;
  readonly attachmentId: string;
  readonly recipientId: number;
}

/** How a route is called, and which row of docs/roles.md says who may. */
export interface RouteRule {
  readonly row: Permission | 'public' | 'login';
  /** What the path is about: somebody else's is not there (404). */
  readonly id?: (of: Belongings) => string | number;
  /** Set when the query names something that may be somebody else's. */
  readonly query?: (of: Belongings) => string;
  /** Body of the call; with `namesForeign` it names something that may be somebody else's. */
  readonly body?: (of: Belongings) => unknown;
  readonly namesForeign?: true;
  /** Ends the login or removes the device: called last. */
  readonly last?: true;
}

const broadcast = (of: Belongings) => of.broadcastId;
const device = (of: Belongings) => of.deviceId;
const list = (of: Belongings) => of.importId;

const content = ({ deviceId, importId }: Belongings) => ({
  title: 'Kontrol',
  text: 'Yth. {nama}',
  deviceId,
  recipientImportId: importId,
});

/** Every route of the product. A new one belongs here, else the test of the roles fails. */
export const ROUTES: Readonly<Record<string, RouteRule>> = {
  'DELETE /api/embedding/hosts/{id}': { row: 'embedding:manage' },
  'DELETE /api/embedding/hosts/{id}/keys/{kid}': { row: 'embedding:manage' },
  'DELETE /api/embedding/hosts/{id}/sessions': { row: 'embedding:manage' },
  'DELETE /api/frame': { row: 'login' },
  'GET /api/embedding': { row: 'embedding:manage' },
  'POST /api/embedding/hosts': { row: 'embedding:manage' },
  'POST /api/embedding/hosts/{id}/keys': { row: 'embedding:manage' },
  'POST /api/frame/entry': { row: 'public' },
  'POST /api/frame/renewal': { row: 'login' },
  'PUT /api/embedding/hosts/{id}': { row: 'embedding:manage' },
  'POST /api/attachments': { row: 'broadcasts:edit' },
  'GET /api/attachments/limits': { row: 'broadcasts:read' },
  'GET /api/attachments/{id}/content': { row: 'broadcasts:read', id: (of) => of.attachmentId },
  'GET /api/audit': { row: 'audit:read' },
  'GET /api/audit/choices': { row: 'audit:read' },
  'GET /api/audit/entries.xlsx': { row: 'audit:read' },
  'POST /api/auth/login': { row: 'public' },
  'POST /api/auth/login/code': { row: 'public' },
  'GET /api/auth/second-factor': { row: 'login' },
  'POST /api/auth/second-factor': { row: 'login' },
  'POST /api/auth/second-factor/enrolment': { row: 'login' },
  'POST /api/auth/second-factor/recovery-codes': { row: 'login' },
  'POST /api/auth/second-factor/removal': { row: 'login' },
  'POST /api/auth/logout': { row: 'login', last: true },
  'GET /api/auth/me': { row: 'login' },
  'POST /api/auth/setup': { row: 'public' },
  'GET /api/auth/status': { row: 'public' },
  'POST /api/auth/link-reading': { row: 'public' },
  'POST /api/auth/link-acceptance': { row: 'public' },
  'POST /api/auth/password': { row: 'login' },
  'POST /api/auth/step-up': { row: 'login' },
  'GET /api/auth/sessions': { row: 'login' },
  'DELETE /api/auth/sessions': { row: 'login', last: true },
  'DELETE /api/auth/sessions/{id}': { row: 'login' },
  'GET /api/settings': { row: 'users:manage' },
  'PUT /api/settings': { row: 'users:manage' },
  'GET /api/users': { row: 'users:manage' },
  'POST /api/users': { row: 'users:manage' },
  'PUT /api/users/{id}': { row: 'users:manage' },
  'POST /api/users/{id}/disable': { row: 'users:manage' },
  'POST /api/users/{id}/enable': { row: 'users:manage' },
  'POST /api/users/{id}/link': { row: 'users:manage' },
  'DELETE /api/users/{id}/second-factor': { row: 'users:manage' },
  'GET /api/users/{id}/sessions': { row: 'users:manage' },
  'DELETE /api/users/{id}/sessions': { row: 'users:manage' },
  'DELETE /api/users/{id}/sessions/{sessionId}': { row: 'users:manage' },
  'GET /api/broadcasts': { row: 'broadcasts:read' },
  'POST /api/broadcasts': { row: 'broadcasts:edit', body: content, namesForeign: true },
  'GET /api/broadcasts/summary': { row: 'broadcasts:read' },
  'DELETE /api/broadcasts/{id}': { row: 'broadcasts:edit', id: broadcast },
  'GET /api/broadcasts/{id}': { row: 'broadcasts:read', id: broadcast },
  'PUT /api/broadcasts/{id}': {
    row: 'broadcasts:edit',
    id: broadcast,
    body: (of) => ({ ...content(of), revision: 1 }),
  },
  'POST /api/broadcasts/{id}/cancel': { row: 'broadcasts:send', id: broadcast },
  'POST /api/broadcasts/{id}/confirm': {
    row: 'broadcasts:confirm',
    id: broadcast,
    body: () => ({ revision: 1 }),
  },
  'POST /api/broadcasts/{id}/pause': { row: 'broadcasts:send', id: broadcast },
  'GET /api/broadcasts/{id}/recipients': { row: 'broadcasts:read', id: broadcast },
  'DELETE /api/broadcasts/{id}/recipients/{recipientId}': {
    row: 'broadcasts:edit',
    id: broadcast,
  },
  'PATCH /api/broadcasts/{id}/recipients/{recipientId}': {
    row: 'broadcasts:edit',
    id: broadcast,
    body: () => ({ phone: '081200000099', name: null, variables: {} }),
  },
  'POST /api/broadcasts/{id}/resend-failed': { row: 'recipients:resolve-failed', id: broadcast },
  'GET /api/broadcasts/{id}/results.xlsx': { row: 'broadcasts:read', id: broadcast },
  'POST /api/broadcasts/{id}/resume': { row: 'broadcasts:send', id: broadcast },
  'GET /api/broadcasts/{id}/review': { row: 'broadcasts:read', id: broadcast },
  'POST /api/broadcasts/{id}/send': { row: 'broadcasts:send', id: broadcast },
  'GET /api/devices': { row: 'devices:read' },
  'POST /api/devices': { row: 'devices:manage' },
  'GET /api/devices/engines': { row: 'devices:read' },
  'GET /api/devices/phone-reading': {
    row: 'devices:manage',
    query: () => '?phone=081200000099',
  },
  'GET /api/devices/sent-today': { row: 'devices:read' },
  'DELETE /api/devices/{id}': { row: 'devices:manage', id: device, last: true },
  'GET /api/devices/{id}': { row: 'devices:read', id: device },
  'DELETE /api/devices/{id}/link': { row: 'devices:manage', id: device },
  'GET /api/devices/{id}/link': { row: 'devices:manage', id: device },
  'POST /api/devices/{id}/link': { row: 'devices:manage', id: device },
  'POST /api/devices/{id}/link/simulated-scan': { row: 'devices:manage', id: device },
  'GET /api/devices/{id}/unlink-impact': { row: 'devices:manage', id: device },
  'GET /api/do-not-contact': { row: 'do-not-contact:manage' },
  'POST /api/do-not-contact': { row: 'do-not-contact:manage' },
  'DELETE /api/do-not-contact/{id}': { row: 'do-not-contact:manage' },
  'GET /api/health/live': { row: 'public' },
  'GET /api/health/ready': { row: 'public' },
  'GET /api/live': { row: 'login' },
  'POST /api/practice-tour': { row: 'devices:manage' },
  'POST /api/recipient-imports': { row: 'broadcasts:edit' },
  'POST /api/recipient-imports/freetext': { row: 'broadcasts:edit' },
  'POST /api/recipient-imports/freetext-reading': { row: 'broadcasts:edit' },
  'GET /api/recipient-imports/template.xlsx': { row: 'broadcasts:edit' },
  'GET /api/recipient-imports/{id}': { row: 'broadcasts:edit', id: list },
  'POST /api/recipient-imports/{id}/columns': {
    row: 'broadcasts:edit',
    id: list,
    body: () => ({ headerRow: null, phone: 0, name: null }),
  },
  'GET /api/recipient-imports/{id}/issues': {
    row: 'broadcasts:edit',
    id: list,
    query: () => '?kind=rejected',
  },
  'GET /api/recipient-imports/{id}/recipients': { row: 'broadcasts:edit', id: list },
  'GET /api/recipient-imports/{id}/rejected.xlsx': { row: 'broadcasts:edit', id: list },
  'POST /api/recipients/{id}/decision': {
    row: 'recipients:resolve-failed',
    id: (of) => of.recipientId,
    body: () => ({ kind: 'leave' }),
  },
  'GET /api/safe-mode': { row: 'broadcasts:read' },
  'POST /api/safe-mode/release': { row: 'safe-mode:release' },
  'GET /api/send-estimates': {
    row: 'broadcasts:edit',
    query: (of) => `?deviceId=${of.deviceId}&recipients=3`,
    namesForeign: true,
  },
  'POST /api/subjects/erase': { row: 'subjects:manage' },
  'POST /api/subjects/export.xlsx': { row: 'subjects:manage' },
  'POST /api/subjects/search': { row: 'subjects:manage' },
  'POST /api/test-sends': {
    row: 'broadcasts:edit',
    body: ({ deviceId }) => ({
      deviceId,
      text: 'Tes',
      attachmentId: null,
      phone: '081200000099',
      values: {},
    }),
    namesForeign: true,
  },
};
