import { Controller, Get, Param, Query } from '@nestjs/common';
import { IdParam } from '#contracts/common.contract.js';
import { ImportIssueFilter, ImportIssuePage } from '#contracts/recipient-import.contract.js';
import { RecipientFilter, RecipientPage } from '#contracts/recipient.contract.js';
import { Returns } from '../../../platform/http/returns.js';
import { CurrentActor, RequirePermission } from '../../../platform/http/route-access.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { ListImportRows } from '../application/list-import-rows.js';

/** The report of a list: tabs Valid, Ganda and Ditolak. */
@Controller('recipient-imports/:id')
@RequirePermission('broadcasts:edit')
export class ImportRowsController {
  constructor(private readonly rows: ListImportRows) {}

  @Get('recipients')
  @Returns(RecipientPage)
  recipients(
    @Param({ schema: IdParam }) { id }: IdParam,
    @Query({ schema: RecipientFilter }) filter: RecipientFilter,
    @CurrentActor() actor: Actor,
  ): Promise<RecipientPage> {
    return this.rows.recipientPage(id, filter, actor);
  }

  @Get('issues')
  @Returns(ImportIssuePage)
  issues(
    @Param({ schema: IdParam }) { id }: IdParam,
    @Query({ schema: ImportIssueFilter }) filter: ImportIssueFilter,
    @CurrentActor() actor: Actor,
  ): Promise<ImportIssuePage> {
    return this.rows.issuePage(id, filter, actor);
  }
}
