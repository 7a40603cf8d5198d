export { CheckCredentials } from './application/check-credentials.js';
export { CreateFirstAdministrator } from './application/create-first-administrator.js';
export { ResetAdministrator } from './application/reset-administrator.js';
export type { NewCredentials } from './application/reset-administrator.js';
export { UserDirectory } from './application/user-directory.js';
export { permissionsOf } from './domain/roles.js';
export { devicesOf } from './domain/user.js';
export type { User } from './domain/user.js';
export { UsersModule } from './users.module.js';
