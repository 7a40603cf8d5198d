import { expect, it } from '@jest/globals';
import type { RecipientView } from '#contracts/recipient.contract.js';
import type { Permission } from '#contracts/user.contract.js';
import { recipientFor } from './recipient-for.js';

const SARI = {
  ...{ id: 1, rowNumber: 2, phone: '+6281234567890', name: 'Sari 0812-3456-7890' },
  variables: { poli: 'Anak', keluarga: '081234567890' },
  ...{ state: 'pending', reason: null, stateSince: null, attempts: 0, decision: null },
} satisfies RecipientView;

const seenWith = (...permissions: Permission[]) =>
  recipientFor({ permissions: new Set(permissions) }, SARI);

it('shows numbers to who may read them, as they are', () => {
  expect(seenWith('recipients:numbers')).toEqual(SARI);
});

it('masks them for everybody else, also those that stand in names and values', () => {
  expect(seenWith('broadcasts:edit')).toEqual({
    ...SARI,
    phone: '+62812****890',
    name: 'Sari ****890',
    variables: { poli: 'Anak', keluarga: '****890' },
  });
});

it('leaves a name that is not there as it is', () => {
  expect(recipientFor({ permissions: new Set() }, { ...SARI, name: null }).name).toBeNull();
});
