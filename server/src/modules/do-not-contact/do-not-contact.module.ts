import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/index.js';
import { DoNotContactController } from './api/do-not-contact.controller.js';
import { AddNumber } from './application/add-number.js';
import { DoNotContactList } from './application/do-not-contact-list.js';
import { ListNumbers } from './application/list-numbers.js';
import { NewEntries } from './application/new-entries.js';
import { NumberFingerprints } from './application/number-fingerprints.js';
import { ListedNumbers } from './application/ports/listed-numbers.js';
import { RemoveNumber } from './application/remove-number.js';
import { StoredDoNotContactList } from './application/stored-do-not-contact-list.js';
import { ListedNumberRow } from './infrastructure/persistence/listed-number.row.js';
import { TypeormListedNumbers } from './infrastructure/persistence/typeorm-listed-numbers.js';

/** Numbers that get no more messages: who asked for it, and whom an administrator added. */
@Module({
  imports: [TypeOrmModule.forFeature([ListedNumberRow]), AuditModule],
  controllers: [DoNotContactController],
  providers: [
    AddNumber,
    ListNumbers,
    NewEntries,
    NumberFingerprints,
    RemoveNumber,
    { provide: DoNotContactList, useClass: StoredDoNotContactList },
    { provide: ListedNumbers, useClass: TypeormListedNumbers },
  ],
  exports: [DoNotContactList],
})
export class DoNotContactModule {}
