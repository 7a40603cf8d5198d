import { SetMetadata } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import type { RateKind } from '../rate-limit/rate-limits.js';

/** Metadata key under which a route's own limit is kept. */
const ROUTE_LIMIT = 'prima:route-limit';

/** A route that is counted on its own as well: for each person, or, where it is public, for each address instead. */
export const Limited = (kind: RateKind) => SetMetadata(ROUTE_LIMIT, kind);

/** A public route that is not counted. Say why beside it. */
export const Unlimited = () => SetMetadata(ROUTE_LIMIT, 'none');

/** A route's own limit, by its method and then its controller. */
export const limitOf = (
  reflector: Reflector,
  targets: Parameters<Reflector['getAllAndOverride']>[1],
): RateKind | 'none' | undefined => reflector.getAllAndOverride(ROUTE_LIMIT, targets);

/** Hextets of an IPv6 address that one subscriber has. */
const SUBSCRIBER = 4;

/** What an address is counted by: itself, or of IPv6 the network of which a subscriber has all addresses. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=[\d.]+$)/u, '');
  if (!plain.includes(':')) return plain;
  const [head = ''] = plain.split('::', 1);
  const hextets = head === '' ? [] : head.split(':');
  return `${[...hextets, '0', '0', '0', '0'].slice(0, SUBSCRIBER).join(':')}::/64`;
}
