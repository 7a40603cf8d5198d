import { refreshQr, saySynced } from './in-page/session-page.js';
import type { PageLook } from './in-page/session-page.js';
import type { LiveSession } from './live-session.js';
import { PageSilent } from './page-link.js';

/** Looks in a row that a page may leave unanswered. */
const SILENT_LOOKS = 2;

/** What the watch remembers between two looks. Moments are milliseconds since the epoch. */
interface Memory {
  silent: number;
  lastCodeAt: number;
  refreshed: number;
  syncedSince: number | null;
  offlineSince: number | null;
}

/** Looks at the page until its life is over: for what no event tells. */
export async function watchPage(session: LiveSession): Promise<void> {
  const { clock, signal, client, start } = session;
  const { timing } = start;
  const begunAt = clock.now();
  const memory: Memory = {
    silent: 0,
    lastCodeAt: begunAt,
    refreshed: 0,
    syncedSince: null,
    offlineSince: null,
  };
  for (const event of ['qr', 'code']) {
    client.on(event, () => {
      memory.lastCodeAt = clock.now();
      memory.refreshed = 0;
    });
  }
  let soon = new AbortController();
  // A change is looked at when it has had time to pass.
  client.on('change_state', () => {
    void clock.wait(timing.flickerMs, signal).then(() => {
      soon.abort();
    });
  });
  while (!signal.aborted) {
    const pause = session.step === 'ready' ? timing.calmLookMs : timing.lookMs;
    await clock.wait(pause, AbortSignal.any([signal, soon.signal]));
    if (soon.signal.aborted) soon = new AbortController();
    const look = await glance(session, memory);
    if (session.signal.aborted) return;
    if (session.step === 'ready') await watchLine(session, memory, look);
    else await watchStart(session, memory, look, clock.now() - begunAt);
  }
}

/** One look; null when the page has none to offer just now. */
async function glance(session: LiveSession, memory: Memory): Promise<PageLook | null> {
  if (!session.isReached) return null;
  try {
    const look = await session.look();
    memory.silent = 0;
    if (look.state !== null) session.heed(look.state);
    return look;
  } catch (error) {
    // While it navigates a page cannot be looked at, and says so at once.
    memory.silent = error instanceof PageSilent ? memory.silent + 1 : 0;
    if (memory.silent >= SILENT_LOOKS) session.finish('broken', 'silent');
    return null;
  }
}

/** A usable page that has lost WhatsApp, or loads itself anew. */
async function watchLine(
  session: LiveSession,
  memory: Memory,
  look: PageLook | null,
): Promise<void> {
  const { clock, start } = session;
  if (look?.state === 'CONNECTED' && session.isPrepared) {
    session.setOnline(true);
    memory.offlineSince = null;
    return;
  }
  session.setOnline(false);
  if (!session.isPrepared) await watchSync(session, memory, look);
  memory.offlineSince ??= clock.now();
  if (clock.now() - memory.offlineSince > start.timing.offlineMs) session.finish('offline');
}

/** A page on its way to be usable. */
async function watchStart(
  session: LiveSession,
  memory: Memory,
  look: PageLook | null,
  age: number,
): Promise<void> {
  const { timing } = session.start;
  const state = look?.state ?? null;
  if (session.step === 'codes') {
    if (state === 'CONNECTED' || state === 'PAIRING') session.scanned();
    else await watchCodes(session, memory, state);
    return;
  }
  await watchSync(session, memory, look);
  const isReached = state === 'CONNECTED' || state === 'PAIRING';
  if (!isReached && session.step === 'starting' && age > timing.startMs) {
    session.finish('whatsapp-unreachable');
  } else if (age > timing.readyMs && session.step !== 'ready') {
    session.finish('sync-stuck');
  }
}

/** The last QR is over and WhatsApp Web waits for somebody to press a button, or has fallen asleep. */
async function watchCodes(
  session: LiveSession,
  memory: Memory,
  state: string | null,
): Promise<void> {
  const { clock, start } = session;
  const { timing, mode } = start;
  const age = clock.now() - memory.lastCodeAt;
  const limit = mode === 'qr' ? timing.qrSilenceMs : timing.phoneCodeMs + timing.qrSilenceMs;
  if (age > limit * (memory.refreshed + 1)) {
    if (memory.refreshed > 0) {
      session.finish('broken', 'codes');
      return;
    }
  } else if (mode !== 'qr' || state !== 'UNPAIRED_IDLE') return;
  memory.refreshed += 1;
  if (mode === 'qr') await session.inPage(refreshQr).catch(() => undefined);
}

/** The page has synced, and the library did not notice. */
async function watchSync(
  session: LiveSession,
  memory: Memory,
  look: PageLook | null,
): Promise<void> {
  const { clock, start } = session;
  if (look?.hasSynced !== true) return;
  memory.syncedSince ??= clock.now();
  if (clock.now() - memory.syncedSince < start.timing.nudgeMs) return;
  memory.syncedSince = null;
  await session.inPage(saySynced).catch(() => undefined);
}
