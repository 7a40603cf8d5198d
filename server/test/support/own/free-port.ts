import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Where no outgoing connection begins (Linux: 32768 to 60999, RFC 6335: 49152 to 65535): a server that is
 * killed and started again would now and then find its port in use by somebody's connection. 10080 is one
 * that browsers refuse (Fetch Standard, "bad port").
 */
const PORTS = { from: 11_000, below: 32_000 } as const;

const TRIES = 50;

/** Told to somebody in this process already, who may not listen yet. */
const given = new Set<number>();

/** A port of this machine that nobody listens on and that nobody was told before. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < TRIES; tries++) {
    const port = randomInt(PORTS.from, PORTS.below);
    if (given.has(port) || !(await isFree(port))) continue;
    given.add(port);
    return port;
  }
  throw new Error('No port is free');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => {
      resolve(false);
    });
    server.listen(port, '127.0.0.1', () => {
      server.close(() => {
        resolve(true);
      });
    });
  });
}
