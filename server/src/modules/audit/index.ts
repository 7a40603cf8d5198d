export { AuditLog } from './application/audit-log.js';
export type { AuditDeed } from './application/audit-log.js';
export { AuditModule } from './audit.module.js';
