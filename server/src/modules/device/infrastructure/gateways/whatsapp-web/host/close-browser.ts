import type { Client } from 'whatsapp-web.js';
import type { Clock } from '../../../../../../platform/kernel/clock.js';

/** Closes the browser of a client; kills it when it has not closed after `deadlineMs`. Never rejects. */
export async function closeBrowser(
  client: Client,
  clock: Clock,
  deadlineMs: number,
): Promise<void> {
  const browser = client.pupBrowser?.process() ?? null;
  const patience = new AbortController();
  const closed = client.destroy().catch(() => undefined);
  await Promise.race([closed, clock.wait(deadlineMs, patience.signal)]);
  patience.abort();
  if (browser?.exitCode === null && browser.signalCode === null) browser.kill('SIGKILL');
}
