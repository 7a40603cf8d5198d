import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../support/own/free-port.js';
import { makeCertificate } from '../whatsapp-stand-in/certificate.js';

/** A Redis of one test alone, which wants a password and speaks TLS, as `localhost`. */
export interface SecuredRedis {
  readonly port: number;
  /** File with the certificate that vouches for it. */
  readonly caFile: string;
  stop(): Promise<void>;
}

/** Starts it; resolves when it takes connections. */
export async function startSecuredRedis(password: string): Promise<SecuredRedis> {
  const folder = mkdtempSync(join(tmpdir(), 'prima-redis-'));
  const { key, cert } = makeCertificate('localhost');
  const [keyFile, caFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  writeFileSync(keyFile, key);
  writeFileSync(caFile, cert);
  const port = await freePort();
  const settings = {
    port: '0',
    'tls-port': String(port),
    'tls-cert-file': caFile,
    'tls-key-file': keyFile,
    'tls-auth-clients': 'no',
    requirepass: password,
    bind: '127.0.0.1',
    dir: folder,
    save: '',
    appendonly: 'yes',
  };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
  const child = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  await untilReady(child);
  return {
    port,
    caFile,
    stop: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilReady(child: ChildProcess): Promise<void> {
  let printed = '';
  for await (const text of child.stdout?.setEncoding('utf8') ?? []) {
    printed += text as string;
    if (printed.includes('Ready to accept connections')) {
      child.stdout?.resume();
      return;
    }
  }
  throw new Error(`redis-server did not start:\n${printed}`);
}
