import { once } from 'node:events';
import { createServer } from 'node:net';
import { StartupRefusal } from './startup-refusal.js';

/**
 * Looks whether the product can listen at `host` and `port`, before it opens its database and wakes the
 * lanes: nothing may be sent by a process that is about to give up.
 * @throws StartupRefusal when the port is taken, forbidden, or the address is not of this machine.
 */
export async function assertPortFree(host: string, port: number): Promise<void> {
  const probe = createServer();
  try {
    probe.listen(port, host);
    await once(probe, 'listening');
  } catch (error) {
    throw new StartupRefusal([sentenceOf((error as NodeJS.ErrnoException).code ?? '', host, port)]);
  }
  probe.close();
  await once(probe, 'close');
}

function sentenceOf(code: string, host: string, port: number): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${String(port)} sudah dipakai program lain. Pakai port lain, misalnya PORT=${String(port + 1)}.`;
    case 'EACCES':
      return `Port ${String(port)} tidak boleh dipakai tanpa hak khusus. Pakai port di atas 1023, misalnya PORT=3000.`;
    default:
      return `Tidak dapat menerima sambungan di HOST=${host} (${code}). Pakai HOST=127.0.0.1 atau alamat mesin ini.`;
  }
}
