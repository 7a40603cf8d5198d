import { Module } from '@nestjs/common';
import { HealthController } from './health.controller.js';

/** Whether this process lives and can work. */
@Module({ controllers: [HealthController] })
export class HealthModule {}
