/** News: a login is over, by logout, by time or because the person was shut out. */
export class SessionEnded {
  constructor(readonly sessionId: string) {}
}
