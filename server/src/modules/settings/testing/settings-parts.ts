import type { Provider } from '@nestjs/common';
import { InstallationSettings } from '../application/installation-settings.js';
import { StoredPolicies } from '../application/ports/stored-policies.js';
import { StoredInstallationSettings } from '../application/stored-installation-settings.js';
import { PoliciesRow } from '../infrastructure/persistence/policies.row.js';
import { TypeormStoredPolicies } from '../infrastructure/persistence/typeorm-stored-policies.js';

/** Rows of this module's table. */
export const SETTINGS_ROWS = [PoliciesRow];

/** The policies as the product wires them, for a test that provides the platform itself. */
export const SETTINGS_PARTS: readonly Provider[] = [
  { provide: InstallationSettings, useClass: StoredInstallationSettings },
  { provide: StoredPolicies, useClass: TypeormStoredPolicies },
];
