import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { IdParam } from '#contracts/common.contract.js';
import {
  DoNotContactAdd,
  DoNotContactEntry,
  DoNotContactFilter,
  DoNotContactPage,
} from '#contracts/do-not-contact.contract.js';
import { Returns, ReturnsNothing } from '../../../platform/http/returns.js';
import { CurrentActor, RequirePermission } from '../../../platform/http/route-access.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { AddNumber } from '../application/add-number.js';
import { ListNumbers } from '../application/list-numbers.js';
import { RemoveNumber } from '../application/remove-number.js';

/** The do-not-contact list, for administrators. */
@Controller('do-not-contact')
export class DoNotContactController {
  constructor(
    private readonly listNumbers: ListNumbers,
    private readonly addNumber: AddNumber,
    private readonly removeNumber: RemoveNumber,
  ) {}

  @Get()
  @RequirePermission('do-not-contact:manage')
  @Returns(DoNotContactPage)
  list(
    @Query({ schema: DoNotContactFilter }) filter: DoNotContactFilter,
  ): Promise<DoNotContactPage> {
    return this.listNumbers.run(filter);
  }

  @Post()
  @RequirePermission('do-not-contact:manage')
  @Returns(DoNotContactEntry, 201)
  add(
    @Body({ schema: DoNotContactAdd }) wish: DoNotContactAdd,
    @CurrentActor() actor: Actor,
  ): Promise<DoNotContactEntry> {
    return this.addNumber.run(wish, actor);
  }

  @Delete(':id')
  @RequirePermission('do-not-contact:manage')
  @ReturnsNothing()
  remove(@Param({ schema: IdParam }) { id }: IdParam, @CurrentActor() actor: Actor): Promise<void> {
    return this.removeNumber.run(id, actor);
  }
}
