import { Module, StandardSchemaSerializerInterceptor } from '@nestjs/common';
import type { DynamicModule, Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { ApiDescriptionController } from './api-description.controller.js';
import { ApiDescription } from './api-description.js';
import { ContractValidationPipe } from './contract-validation.pipe.js';
import { LiveController } from './live.controller.js';
import { LiveStreams } from './live-streams.js';
import { ProblemFilter } from './problem.filter.js';

/** What every route goes through: who may, what comes in, what goes out, what a refusal looks like. */
@Module({})
export class HttpModule {
  /** @param authentication the module that provides (and exports) `Authenticator`. */
  static guardedBy(authentication: Type): DynamicModule {
    return {
      module: HttpModule,
      imports: [authentication],
      controllers: [LiveController, ApiDescriptionController],
      providers: [
        ApiDescription,
        LiveStreams,
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_PIPE, useClass: ContractValidationPipe },
        { provide: APP_INTERCEPTOR, useClass: StandardSchemaSerializerInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
