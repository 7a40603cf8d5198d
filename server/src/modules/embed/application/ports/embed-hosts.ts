import type { EmbedHost } from '../../domain/embed-host.js';
import type { EmbedKey } from '../../domain/embed-key.js';

/** Hosts and their keys. Every call runs in the caller's unit of work. */
export abstract class EmbedHosts {
  /** All of them, oldest first. */
  abstract list(): Promise<EmbedHost[]>;

  abstract find(id: string): Promise<EmbedHost | null>;

  /** False when another host has this issuer. */
  abstract add(host: EmbedHost): Promise<boolean>;

  /** Writes everything anew that is not its id. False when another host has this issuer. */
  abstract change(host: EmbedHost): Promise<boolean>;

  /** Removes a host with its keys; nothing happens when it is gone already. */
  abstract remove(id: string): Promise<void>;

  /** Every key that there ever was, oldest first. */
  abstract keys(): Promise<EmbedKey[]>;

  abstract findKey(kid: string): Promise<EmbedKey | null>;

  abstract addKey(key: EmbedKey): Promise<void>;

  /** False when the host has no such key, or it is retired already. */
  abstract retireKey(hostId: string, kid: string, at: number): Promise<boolean>;

  /** Writes down that the key was used. */
  abstract touchKey(kid: string, at: number): Promise<void>;
}
