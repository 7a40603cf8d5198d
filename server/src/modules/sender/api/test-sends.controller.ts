import { Body, Controller, Post } from '@nestjs/common';
import { TestSendRequest, TestSendResult } from '#contracts/test-send.contract.js';
import { Returns } from '../../../platform/http/returns.js';
import { CurrentActor, RequirePermission } from '../../../platform/http/route-access.js';
import { Limited } from '../../../platform/http/route-limits.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { TestSend } from '../application/test-send.js';

/** "Kirim tes ke nomor saya". */
@Controller('test-sends')
export class TestSendsController {
  constructor(private readonly testSend: TestSend) {}

  @Post()
  @Limited('testSend')
  @RequirePermission('broadcasts:edit')
  @Returns(TestSendResult)
  send(
    @Body({ schema: TestSendRequest }) request: TestSendRequest,
    @CurrentActor() actor: Actor,
  ): Promise<TestSendResult> {
    return this.testSend.run(request, actor);
  }
}
