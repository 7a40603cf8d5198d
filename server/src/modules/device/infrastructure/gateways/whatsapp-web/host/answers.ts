import type { Answers, Ask } from '../protocol.js';
import { NO_LOOKUP, NOT_HANDED_OVER, NOT_RECONCILED } from '../unanswered.js';
import type { PageSession } from './page-session.js';

/** Answers a question with what the page says; rejects where it has no answer. */
export async function answerTo(
  session: PageSession | null,
  ask: Ask,
): Promise<Answers[keyof Answers]> {
  const room = session?.room ?? null;
  switch (ask.kind) {
    case 'lookup':
      return room ? room.lookup(ask.phone) : NO_LOOKUP;
    case 'send':
      return room ? room.send(ask.messageId, ask.address, ask.content) : NOT_HANDED_OVER;
    case 'reconcile':
      return room ? room.reconcile(ask.messageId) : NOT_RECONCILED;
    case 'new-id':
      if (!room) throw new Error('The session is not ready');
      return room.newMessageId();
    case 'catch-up':
      if (!room) throw new Error('The session is not ready');
      await room.catchUp(ask.messageIds);
      return true;
    case 'hide-codes':
      return session ? session.hideCodes() : true;
    case 'logout':
      if (!session) throw new Error('The session has not started');
      return session.logOut();
  }
}
