export { SessionAuthenticator } from './api/session-authenticator.js';
export { EndSession } from './application/end-session.js';
export { PrepareFirstRun } from './application/prepare-first-run.js';
export { AuthModule } from './auth.module.js';
