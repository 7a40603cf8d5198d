import { createHash, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CONFIG } from '../config/config.js';
import type { Config } from '../config/config.js';
import { DomainError } from '../kernel/domain-error.js';

/** Lets in who has the token of the settings; without one there are no metrics to read. */
@Injectable()
export class MetricsGuard implements CanActivate {
  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'metricsToken'>) {}

  /** @throws DomainError REQUEST.NOT_FOUND where metrics are off, AUTH.REQUIRED with another token */
  canActivate(context: ExecutionContext): boolean {
    const { metricsToken } = this.config;
    if (metricsToken === null) throw new DomainError('REQUEST.NOT_FOUND');
    const http = context.switchToHttp();
    const given = http.getRequest<Request>().get('Authorization') ?? '';
    if (isSame(given, `Bearer ${metricsToken}`)) return true;
    http.getResponse<Response>().setHeader('WWW-Authenticate', 'Bearer');
    throw new DomainError('AUTH.REQUIRED');
  }
}

/** Takes equally long whatever is given: as hashes they are of equal length. */
const isSame = (one: string, other: string): boolean => timingSafeEqual(hash(one), hash(other));

const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
