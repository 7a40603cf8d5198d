import { Inject, Injectable } from '@nestjs/common';
import type * as z from 'zod/mini';
import { HandoffClaims, LogoutClaims } from '#contracts/embed-token.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { CONFIG } from '../../../platform/config/config.js';
import type { Config } from '../../../platform/config/config.js';
import type { EmbedHost } from '../domain/embed-host.js';
import type { EmbedKey } from '../domain/embed-key.js';
import { faultyTime } from '../domain/token-times.js';
import { EmbedHosts } from './ports/embed-hosts.js';
import { TokenVerifier } from './ports/token-verifier.js';
import type { TokenHeader, TokenType } from './ports/token-verifier.js';

/** A token that holds: what it says, who signed it, with which key. It may have been used before. */
export interface CheckedToken<C> {
  readonly claims: C;
  readonly host: EmbedHost;
  readonly key: EmbedKey;
}

/**
 * Checks tokens of hosts, in the order of OWASP ASVS 5.0, 9.1 and 9.2: size, algorithm of the named key,
 * signature, type, issuer, audience, times. What is wrong is named in the refusal: only whoever holds the
 * key gets past the signature, so it tells nobody else anything.
 */
@Injectable()
export class CheckToken {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly unit: UnitOfWork,
    private readonly hosts: EmbedHosts,
    private readonly verifier: TokenVerifier,
    private readonly clock: Clock,
  ) {}

  /**
   * @param audience where we are: what `aud` must be
   * @throws DomainError EMBED.TOKEN_REFUSED with the reason, EMBED.OFF.
   */
  async handoff(token: string, audience: string): Promise<CheckedToken<HandoffClaims>> {
    return this.check(token, audience, 'wa-embed+jwt', HandoffClaims);
  }

  /** The same for a token that ends sessions. */
  async logout(token: string, audience: string): Promise<CheckedToken<LogoutClaims>> {
    return this.check(token, audience, 'logout+jwt', LogoutClaims);
  }

  private async check<C extends { iss: string; aud: string; iat: number; exp: number }>(
    token: string,
    audience: string,
    type: TokenType,
    schema: z.ZodMiniType<C>,
  ): Promise<CheckedToken<C>> {
    const header = this.verifier.readHeader(token);
    if (typeof header === 'string') throw refused(header);
    const { key, host } = await this.signer(header);
    const verified = await this.verifier.verify(token, key, type);
    if (typeof verified === 'string') throw refused(verified);
    const read = schema.safeParse(verified.payload);
    if (!read.success) throw refused(String(read.error.issues[0]?.path[0] ?? 'format'));
    const claims = read.data;
    if (claims.iss !== host.issuer) throw refused('iss');
    if (claims.aud !== audience) throw refused('aud');
    const fault = faultyTime(claims, this.clock.now());
    if (fault !== null) throw refused(fault);
    const { revokedBefore } = host;
    if (revokedBefore !== null && claims.iat < Math.floor(revokedBefore / 1000)) {
      throw refused('iat');
    }
    return { claims, host, key };
  }

  private async signer({ kid, alg }: TokenHeader): Promise<{ key: EmbedKey; host: EmbedHost }> {
    if (!this.config.embed.isAllowed) throw new DomainError('EMBED.OFF');
    const signer = await this.unit.run(async () => {
      const key = await this.hosts.findKey(kid);
      const host = key && (await this.hosts.find(key.hostId));
      return host && { key, host };
    });
    if (signer === null || signer.key.retiredAt !== null) throw refused('kid');
    if (signer.key.algorithm !== alg) throw refused('alg');
    if (!signer.host.isOpen) throw new DomainError('EMBED.OFF');
    return signer;
  }
}

const refused = (reason: string): DomainError => new DomainError('EMBED.TOKEN_REFUSED', { reason });
