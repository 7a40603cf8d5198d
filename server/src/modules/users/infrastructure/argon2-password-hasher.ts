import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { Injectable } from '@nestjs/common';
import { PasswordHasher } from '../application/ports/password-hasher.js';
import type { PasswordCheck } from '../application/ports/password-hasher.js';

const derive = promisify(argon2);

interface Cost {
  /** KiB. */
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

/** OWASP ASVS 5.0, appendix C: t=2 needs m ≥ 19,456 KiB. */
const TODAY: Cost = { memory: 19_456, passes: 2, parallelism: 1 };
const SALT_BYTES = 16;
const TAG_BYTES = 32;

/** Hashes at once: 19 MiB each, so that a flood of logins cannot exhaust memory. */
const MOST_AT_ONCE = 4;

/** `$argon2id$v=19$m=…,t=…,p=…$salt$tag` (PHC string format), base64 without padding. */
const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/u;

/** Argon2id from Node's own crypto, stored in the PHC string format. */
@Injectable()
export class Argon2PasswordHasher extends PasswordHasher {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  async hash(password: string): Promise<string> {
    const salt = randomBytes(SALT_BYTES);
    return phcOf(TODAY, salt, await this.derive(password, salt, TODAY, TAG_BYTES));
  }

  async check(password: string, hash: string | null): Promise<PasswordCheck> {
    const parts = hash === null ? null : PHC.exec(hash);
    if (hash !== null && parts === null) throw new Error('A stored password hash is not readable');
    if (parts === null) {
      await this.derive(password, randomBytes(SALT_BYTES), TODAY, TAG_BYTES);
      return { matches: false, outdated: false };
    }
    const [, memory, passes, parallelism, salt = '', tag = ''] = parts;
    const cost = {
      memory: Number(memory),
      passes: Number(passes),
      parallelism: Number(parallelism),
    };
    const expected = Buffer.from(tag, 'base64');
    const found = await this.derive(password, Buffer.from(salt, 'base64'), cost, expected.length);
    const matches = timingSafeEqual(found, expected);
    return { matches, outdated: matches && isWeaker(cost, TODAY) };
  }

  private async derive(
    password: string,
    salt: Buffer,
    cost: Cost,
    tagLength: number,
  ): Promise<Buffer> {
    if (this.running >= MOST_AT_ONCE) {
      // A finished hash hands its place over, so `running` stays as it is.
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else {
      this.running++;
    }
    try {
      return await derive('argon2id', { message: password, nonce: salt, tagLength, ...cost });
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running--;
    }
  }
}

const isWeaker = (cost: Cost, than: Cost): boolean =>
  cost.memory < than.memory || cost.passes < than.passes || cost.parallelism < than.parallelism;

function phcOf({ memory, passes, parallelism }: Cost, salt: Buffer, tag: Buffer): string {
  const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/u, '');
  const cost = `m=${String(memory)},t=${String(passes)},p=${String(parallelism)}`;
  return `$argon2id$v=19$${cost}$${base64(salt)}$${base64(tag)}`;
}
