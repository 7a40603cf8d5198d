import { networkInterfaces } from 'node:os';
import type { Config } from '../config/config.js';

const EVERYWHERE = new Set(['0.0.0.0', '::']);

/**
 * Where browsers find the product, the best first: the public address where there is one; else this
 * machine's, and with a HOST that means everywhere each of its network addresses as well.
 */
export function addressesOf(config: Pick<Config, 'publicUrl' | 'host'>, port: number): string[] {
  if (config.publicUrl !== null) return [config.publicUrl.replace(/\/$/u, '')];
  const hosts = EVERYWHERE.has(config.host) ? ['127.0.0.1', ...networkAddresses()] : [config.host];
  return hosts.map((host) => `http://${host.includes(':') ? `[${host}]` : host}:${String(port)}`);
}

function networkAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
}
