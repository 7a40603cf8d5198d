import { randomBytes, randomUUID } from 'node:crypto';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';
import * as z from 'zod';
import type { Log } from '../logging/log.js';
import { redisOptions } from '../redis/redis-location.js';
import type { RedisLocation } from '../redis/redis-location.js';
import type { Envelope } from './envelope.js';
import type { Question, Topic } from './process-bus.js';
import { NoAnswer, ProcessBus } from './process-bus.js';

/** What travels. `body` is checked by the schema of its topic or question. */
const Packet = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('news'), from: z.string(), name: z.string(), body: z.unknown() }),
  z.object({
    kind: z.literal('question'),
    from: z.string(),
    name: z.string(),
    id: z.string(),
    body: z.unknown(),
  }),
  z.object({ kind: z.literal('answer'), id: z.string(), body: z.unknown() }),
  z.object({ kind: z.literal('failure'), id: z.string(), why: z.string() }),
]);
type Packet = z.infer<typeof Packet>;

/** Enough that no two processes of one name are the same. */
const ID_BYTES = 8;

/** Name of the news that other news was missed. */
const MISSED = 'missed';

interface Asked {
  readonly resolve: (body: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * The bus over Redis' publish and subscribe: nothing is stored there. Two connections, since one that
 * listens can do nothing else. Everything is sealed.
 */
export class RedisBus extends ProcessBus implements OnApplicationShutdown {
  readonly self: string;
  readonly reachesOthers = true;
  /** Resolves when this process hears the others for the first time. */
  readonly listening: Promise<void>;
  private readonly hearers = new Map<string, ((body: unknown) => void)[]>();
  private readonly repliers = new Map<string, (body: unknown) => Promise<unknown>>();
  private readonly asked = new Map<string, Asked>();
  private readonly missed: (() => void)[] = [];
  /** Something was said that nobody heard. */
  private unheard = false;

  private constructor(
    private readonly mouth: Redis,
    private readonly ear: Redis,
    private readonly prefix: string,
    private readonly envelope: Envelope,
    private readonly log: Log,
    name: string,
  ) {
    super();
    this.self = `${name}.${randomBytes(ID_BYTES).toString('hex')}`;
    for (const connection of [mouth, ear]) {
      // Without a listener a lost connection would end the process.
      connection.on('error', (error: unknown) => {
        log.error('The bus between processes has a fault', error);
      });
    }
    ear.on('messageBuffer', (_channel: Buffer, sealed: Buffer) => {
      this.hear(sealed);
    });
    this.hearers.set(MISSED, [() => this.tellMissed()]);
    mouth.on('ready', () => {
      this.admitUnheard();
    });
    this.listening = ear
      .subscribe(this.channelOf('all'), this.channelOf(this.self))
      .then(() => undefined);
    // Listening again after the first time: whatever was said in between went past.
    void this.listening.then(
      () => ear.on('ready', () => this.tellMissed()),
      () => undefined,
    );
    this.listening.catch((error: unknown) => {
      log.error('Other processes cannot be heard', error);
    });
  }

  /**
   * Listens as soon as Redis is there, and again by itself after it was away: a process must also
   * start, and serve what it can, without it.
   *
   * @param prefix of the channels: installations that share one Redis need different ones
   * @param name of the process for people; another start of it is told apart by what is added
   */
  static open(
    redis: RedisLocation,
    prefix: string,
    envelope: Envelope,
    log: Log,
    name: string,
  ): RedisBus {
    const options = redisOptions(redis);
    // What cannot be said now is not worth saying later: so nothing queues while Redis is away.
    const mouth = new Redis({ ...options, enableOfflineQueue: false, maxRetriesPerRequest: 0 });
    const ear = new Redis({ ...options, maxRetriesPerRequest: null });
    return new RedisBus(mouth, ear, prefix, envelope, log, name);
  }

  subscribe<M>(topic: Topic<M>, hear: (message: M) => void): void {
    const hearers = this.hearers.get(topic.name) ?? [];
    hearers.push((body) => {
      hear(topic.schema.parse(body));
    });
    this.hearers.set(topic.name, hearers);
  }

  onMissed(hear: () => void): void {
    this.missed.push(hear);
  }

  publish<M>(topic: Topic<M>, message: M): void {
    this.say('all', { kind: 'news', from: this.self, name: topic.name, body: message }).catch(
      (error: unknown) => {
        this.unheard = true;
        this.log.error('Other processes could not be told', error, { topic: topic.name });
      },
    );
  }

  answer<Q, A>(question: Question<Q, A>, reply: (asked: Q) => Promise<A>): void {
    this.repliers.set(question.name, (body) => reply(question.schema.parse(body)));
  }

  async ask<Q, A>(
    process: string,
    question: Question<Q, A>,
    asked: Q,
    patience: number,
  ): Promise<A> {
    const id = randomUUID();
    let timer: NodeJS.Timeout | undefined;
    const answered = new Promise<unknown>((resolve, reject) => {
      this.asked.set(id, { resolve, reject });
      timer = setTimeout(() => {
        reject(new Error('it takes too long'));
      }, patience);
    });
    try {
      const packet = {
        kind: 'question',
        from: this.self,
        name: question.name,
        id,
        body: asked,
      } as const;
      const said = this.say(process, packet).then((hearers) => {
        if (hearers === 0) throw new Error('the process is not there');
      });
      const [body] = await Promise.all([answered, said]);
      return question.answer.parse(body);
    } catch (cause) {
      throw new NoAnswer(question.name, (cause as Error).message, { cause });
    } finally {
      clearTimeout(timer);
      this.asked.delete(id);
    }
  }

  /** With the process: hears and says nothing from now on. */
  onApplicationShutdown(): void {
    this.ear.disconnect();
    this.mouth.disconnect();
    for (const { reject } of this.asked.values()) reject(new Error('this process is ending'));
  }

  /** Resolves with how many processes heard it. */
  private say(channel: string, packet: Packet): Promise<number> {
    return this.mouth.publish(this.channelOf(channel), this.envelope.seal(packet));
  }

  private tellMissed(): void {
    for (const hear of this.missed) hear();
  }

  /** Tells the others that they have missed something, once they can hear it. */
  private admitUnheard(): void {
    if (!this.unheard) return;
    this.unheard = false;
    this.say('all', { kind: 'news', from: this.self, name: MISSED, body: null }).catch(() => {
      this.unheard = true;
    });
  }

  private channelOf(name: string): string {
    return `${this.prefix}:bus:${name}`;
  }

  private hear(sealed: Buffer): void {
    try {
      const packet = Packet.parse(this.envelope.open(sealed));
      switch (packet.kind) {
        case 'news':
          if (packet.from !== this.self) this.deliver(packet);
          return;
        case 'question':
          void this.replyTo(packet);
          return;
        case 'answer':
          this.asked.get(packet.id)?.resolve(packet.body);
          return;
        case 'failure':
          this.asked.get(packet.id)?.reject(new Error(packet.why));
      }
    } catch (error) {
      // Of another version of the product, or of somebody else: nothing that we need.
      this.log.error('A message of another process could not be read', error);
    }
  }

  private deliver({ name, body }: Extract<Packet, { kind: 'news' }>): void {
    for (const hear of this.hearers.get(name) ?? []) hear(body);
  }

  private async replyTo({
    from,
    name,
    id,
    body,
  }: Extract<Packet, { kind: 'question' }>): Promise<void> {
    try {
      const reply = this.repliers.get(name);
      if (!reply) throw new Error('it is not answered here');
      await this.say(from, { kind: 'answer', id, body: await reply(body) });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      await this.say(from, { kind: 'failure', id, why }).catch((fault: unknown) => {
        this.log.error('A question of another process could not be answered', fault, { name });
      });
    }
  }
}
