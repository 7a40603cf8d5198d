import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EmbedKeyWish } from '#contracts/embed.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import type { EmbedKey } from '../domain/embed-key.js';
import { EmbedHosts } from './ports/embed-hosts.js';
import { KeySmith } from './ports/token-verifier.js';

const KID_BYTES = 6;

/** A key that was just added, and the secret to show this once; null for a public key. */
export interface AddedKey {
  readonly key: EmbedKey;
  readonly secret: string | null;
}

/** An administrator gives a dashboard one more key; the others go on counting, so that none has to hurry. */
@Injectable()
export class AddKey {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly hosts: EmbedHosts,
    private readonly smith: KeySmith,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError EMBED.HOST_NOT_FOUND, EMBED.KEY_UNREADABLE, EMBED.KEY_PRIVATE. */
  async run(hostId: string, wish: EmbedKeyWish, actor: Actor): Promise<AddedKey> {
    const { secret, ...made } = this.make(wish);
    const key: EmbedKey = {
      ...made,
      kid: `prima-${randomBytes(KID_BYTES).toString('hex')}`,
      hostId,
      createdAt: this.clock.now(),
      lastUsedAt: null,
      retiredAt: null,
    };
    await this.unit.run(async () => {
      if ((await this.hosts.find(hostId)) === null) throw new DomainError('EMBED.HOST_NOT_FOUND');
      await this.hosts.addKey(key);
      await this.audit.record(actor, {
        action: 'embed.key-add',
        subject: 'embed-host',
        subjectId: hostId,
        details: { kid: key.kid, algorithm: key.algorithm },
      });
    });
    return { key, secret };
  }

  private make(
    wish: EmbedKeyWish,
  ): Pick<EmbedKey, 'algorithm' | 'material'> & { secret: string | null } {
    if (wish.kind === 'secret') return { algorithm: 'HS256', ...this.smith.newSecret() };
    const read = this.smith.readPublicKey(wish.pem);
    if (typeof read === 'object') return { ...read, secret: null };
    const code = read === 'private' ? 'EMBED.KEY_PRIVATE' : 'EMBED.KEY_UNREADABLE';
    throw new DomainError(code, {}, [{ pointer: '/pem', code }]);
  }
}
