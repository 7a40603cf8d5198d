/** Constructor of a kind of event; events are plain classes with readonly fields. */
export type EventKind<E extends object> = abstract new (...args: never[]) => E;

type Handler<E> = (event: E) => void | Promise<void>;

/**
 * News from one module to those that may not be called by it. A subscriber hears an event after the
 * unit of work that published it was committed, never before, and not at all after a rollback. News is
 * not durable: whatever must survive a crash is read from the database instead.
 */
export class EventBus {
  private readonly handlers = new Map<EventKind<object>, Handler<never>[]>();
  private defer: (deliver: () => void) => boolean = () => false;

  /** @param onError is told when a subscriber fails; the publisher never is. */
  constructor(private readonly onError: (error: unknown) => void) {}

  /** Lets the unit of work keep deliveries until its commit. Answers false when none is open. */
  deferWith(defer: (deliver: () => void) => boolean): void {
    this.defer = defer;
  }

  subscribe<E extends object>(kind: EventKind<E>, handler: Handler<E>): void {
    const handlers = this.handlers.get(kind) ?? [];
    handlers.push(handler);
    this.handlers.set(kind, handlers);
  }

  publish(event: object): void {
    const deliver = (): void => {
      this.deliver(event);
    };
    if (!this.defer(deliver)) deliver();
  }

  private deliver(event: object): void {
    const kind = event.constructor as unknown as EventKind<object>;
    for (const handler of this.handlers.get(kind) ?? []) {
      // The Promise wrapper catches a handler that throws at once as well as one that rejects later.
      void new Promise<void>((resolve) => {
        resolve((handler as Handler<object>)(event));
      }).catch(this.onError);
    }
  }
}
