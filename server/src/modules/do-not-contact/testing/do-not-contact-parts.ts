import type { Provider } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { InstallationSecrets } from '../../../platform/secrets/installation-secrets.js';
import { DoNotContactList } from '../application/do-not-contact-list.js';
import { NewEntries } from '../application/new-entries.js';
import { NumberFingerprints } from '../application/number-fingerprints.js';
import { ListedNumbers } from '../application/ports/listed-numbers.js';
import { StoredDoNotContactList } from '../application/stored-do-not-contact-list.js';
import { ListedNumberRow } from '../infrastructure/persistence/listed-number.row.js';
import { TypeormListedNumbers } from '../infrastructure/persistence/typeorm-listed-numbers.js';

/** Rows of this module's table. */
export const DO_NOT_CONTACT_ROWS = [ListedNumberRow];

/** The list as the product wires it, for a test that provides platform and audit itself. */
export const DO_NOT_CONTACT_PARTS: readonly Provider[] = [
  NewEntries,
  NumberFingerprints,
  { provide: DoNotContactList, useClass: StoredDoNotContactList },
  { provide: ListedNumbers, useClass: TypeormListedNumbers },
  {
    provide: InstallationSecrets,
    inject: [Database],
    useFactory: (database: Database) => InstallationSecrets.load(database, null, 0),
  },
];
