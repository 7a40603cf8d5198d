/**
 * Entry of the process that runs the session of one device: the library, its browser, one life. It may
 * die of anything; the product does not. It holds no secret of the product but the device's own session.
 */
import { DataDirInUse, lockDataDir } from '../../../../../../platform/database/data-dir-lock.js';
import { SystemClock } from '../../../../../../platform/kernel/clock.js';
import { folderAt, prepareFolder } from '../profiles/device-folder.js';
import { killBrowsersIn } from '../processes/orphan-browsers.js';
import type { FromHost, HostStart, SessionEnd, ToHost } from '../protocol.js';
import { answerTo } from './answers.js';
import { closeBrowser } from './close-browser.js';
import { watchMemory } from './memory-watch.js';
import { PageSession } from './page-session.js';
import { Questions } from './questions.js';

const clock = new SystemClock();
const questions = new Questions(clock);
let session: PageSession | null = null;
let ending = false;

function send(message: FromHost, onSent?: () => void): void {
  if (process.connected) process.send?.(message, undefined, undefined, onSent);
}

function log(message: string, error: unknown): void {
  const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
  send({ type: 'log', message, cause });
}

/** Tells the end before it comes about: closing may fail too. */
function leave(end: SessionEnd): void {
  send({ type: 'over', end }, () => process.exit());
}

async function run(start: HostStart): Promise<void> {
  setInterval(() => {
    send({ type: 'alive' });
  }, start.timing.aliveMs);
  const unlock = await lock(start);
  if (!unlock) {
    leave({ code: 'profile-in-use', detail: null });
    return;
  }
  if (isToEnd()) {
    leave({ code: 'closed', detail: null });
    return;
  }
  const folder = folderAt(start.folder);
  await killBrowsersIn(folder.profile);
  prepareFolder(folder);
  session = new PageSession(start, clock, {
    news: (news) => {
      send({ type: 'news', news });
    },
    log,
  });
  session.begin();
  void watchMemory(session, questions);
  const end = await session.over;
  send({ type: 'over', end });
  await closeBrowser(session.client, clock, start.timing.closeMs);
  unlock();
  leave(end);
}

const isToEnd = (): boolean => ending;

/** Takes the profile for this process. Null when another one keeps it. */
async function lock(start: HostStart): Promise<(() => void) | null> {
  const until = clock.now() + start.timing.lockWaitMs;
  for (;;) {
    try {
      return lockDataDir(start.folder);
    } catch (error) {
      if (!(error instanceof DataDirInUse)) throw error;
      if (clock.now() >= until) return null;
      await clock.wait(200);
    }
  }
}

process.on('message', (message: ToHost) => {
  switch (message.type) {
    case 'start':
      run(message.start).catch((error: unknown) => {
        log('The host of a session failed', error);
        leave({ code: 'broken', detail: 'host' });
      });
      break;
    case 'ask': {
      const { id, ask } = message;
      questions.count(answerTo(session, ask)).then(
        (value) => {
          send({ type: 'answer', id, value });
        },
        (error: unknown) => {
          send({ type: 'fault', id, message: error instanceof Error ? error.message : 'failed' });
        },
      );
      break;
    }
    case 'end':
      ending = true;
      session?.finish('closed');
      break;
  }
});

// The product is gone. The browser ends with its pipe.
process.on('disconnect', () => process.exit());
// Ctrl-C reaches every process of a terminal: the product decides what ends when.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
process.on('unhandledRejection', (error) => {
  log('Nobody caught this', error);
});
process.on('uncaughtException', (error) => {
  log('The host of a session fell over', error);
  leave({ code: 'broken', detail: 'host' });
});
