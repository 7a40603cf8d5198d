import { isIP } from 'node:net';
import * as z from 'zod';

const RULE =
  'must be "none", or addresses and networks of reverse proxies such as 10.0.0.5,172.31.250.0/24';

/** Lengths of a network's prefix that can be meant: a shorter one would believe strangers. */
const PREFIXES = { 4: { from: 8, to: 32 }, 6: { from: 16, to: 128 } } as const;

function isNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const family = isIP(address);
  if ((family !== 4 && family !== 6) || rest.length > 0) return false;
  if (prefix === undefined) return true;
  const { from, to } = PREFIXES[family];
  return /^\d{1,3}$/u.test(prefix) && Number(prefix) >= from && Number(prefix) <= to;
}

/** TRUST_PROXY: whose word about the caller's address (`X-Forwarded-For`) is believed. */
export const TrustedProxies = z.string().transform((text, context): readonly string[] => {
  if (text.trim() === 'none') return [];
  const networks = text.split(',').map((part) => part.trim());
  if (networks.every(isNetwork)) return networks;
  context.addIssue({ code: 'custom', message: RULE });
  return z.NEVER;
});
