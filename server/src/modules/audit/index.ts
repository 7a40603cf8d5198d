export type { AuditFinding, AuditVerdict } from './application/audit-findings.js';
export { AuditLog } from './application/audit-log.js';
export type { AuditDeed } from './application/audit-log.js';
export { AuditModule } from './audit.module.js';
export { verifyAuditOf } from './audit-verification.js';
