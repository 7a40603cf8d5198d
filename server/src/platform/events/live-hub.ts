import * as z from 'zod';
import { LiveEvent } from '#contracts/live.contract.js';
import { Permission } from '#contracts/user.contract.js';
import type { ProcessBus, Topic } from '../bus/process-bus.js';
import { SingleProcess } from '../bus/single-process.js';
import type { Actor } from '../kernel/actor.js';
import { inScope } from '../kernel/device-scope.js';

const Audience = z.union([
  z.object({ permission: Permission, devices: z.array(z.string()).readonly() }),
  z.object({ permission: Permission, person: z.string() }),
  z.object({ permission: Permission }),
]);
/**
 * Who is told: people who hold `permission` and may use one of `devices`, or, of something that belongs
 * to no device yet, the `person` who makes it (and whoever may use every device). Of what concerns the
 * whole installation everybody who holds it.
 */
export type Audience = z.infer<typeof Audience>;

const News = z.object({ audience: Audience, event: LiveEvent });

const LIVE: Topic<z.infer<typeof News>> = { name: 'live', schema: News };

/** Somebody who watches: what they may see, and how to reach them. */
export interface LiveListener {
  readonly actor: Omit<Actor, 'name'>;
  readonly deliver: (event: LiveEvent) => void;
}

/**
 * Hands news to every open live stream of the installation whose person may see it, whichever process
 * serves it. Nothing is kept: a stream that was down reads the truth again when it is back, and so does
 * every stream, told by another `hello`, after the processes could not talk to each other.
 */
export class LiveHub {
  private readonly listeners = new Set<LiveListener>();

  constructor(private readonly bus: ProcessBus = new SingleProcess()) {
    bus.subscribe(LIVE, ({ audience, event }) => {
      this.deliver(audience, event);
    });
    bus.onMissed(() => {
      for (const { deliver } of this.listeners) deliver({ type: 'hello' });
    });
  }

  /** Adds a listener and answers how to remove it. */
  add(listener: LiveListener): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  /** Tells everybody in `audience`. */
  publish(audience: Audience, event: LiveEvent): void {
    this.deliver(audience, event);
    this.bus.publish(LIVE, { audience, event });
  }

  private deliver(audience: Audience, event: LiveEvent): void {
    for (const { actor, deliver } of this.listeners) {
      if (mayHear(audience, actor)) deliver(event);
    }
  }
}

function mayHear(audience: Audience, { id, permissions, devices }: LiveListener['actor']): boolean {
  if (!permissions.has(audience.permission)) return false;
  if ('person' in audience) return audience.person === id || devices === 'all';
  if (!('devices' in audience)) return true;
  return audience.devices.some((device) => inScope(devices, device));
}
