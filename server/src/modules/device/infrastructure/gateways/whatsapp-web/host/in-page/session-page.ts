/** What of WhatsApp Web the session itself needs, as `window` has it. */
interface SessionPage {
  require<Name extends keyof SessionModules>(name: Name): SessionModules[Name];
  /** Puts the library there. */
  readonly onAppStateHasSyncedEvent?: () => Promise<void>;
  readonly navigator: { readonly credentials?: Credentials };
}

interface SessionModules {
  WAWebSocketModel: {
    Socket: { readonly state?: string; readonly hasSynced?: boolean; logout(): Promise<unknown> };
  };
  WAWebCmd: { Cmd: { refreshQR(): unknown } };
  WAWebUserPrefsMeUser: { getMaybeMePnUser(): { readonly user?: string } | null | undefined };
}

interface Credentials {
  get?: (options?: { readonly publicKey?: unknown }) => Promise<unknown>;
}

/** What WhatsApp Web shows at a glance. */
export interface PageLook {
  /** State of its connection; null while the page has none to tell. */
  readonly state: string | null;
  readonly hasSynced: boolean;
  /** Whether the page has modules at all: it is WhatsApp Web, not somebody's login page before it. */
  readonly hasModules: boolean;
}

/** Runs in the page: what shows at a glance. */
export function lookAround(): PageLook {
  const page = globalThis as unknown as SessionPage;
  const hasModules = typeof page.require === 'function';
  try {
    const { Socket } = page.require('WAWebSocketModel');
    return { state: Socket.state ?? null, hasSynced: Boolean(Socket.hasSynced), hasModules };
  } catch {
    return { state: null, hasSynced: false, hasModules };
  }
}

/** Runs in the page: asks for a new QR, which the library does in the wrong process. */
export async function refreshQr(): Promise<void> {
  const page = globalThis as unknown as SessionPage;
  await page.require('WAWebCmd').Cmd.refreshQR();
}

/**
 * Runs in the page: says in its place that it has synced. The library waits for the moment at which that
 * happens and misses it when it happened before.
 */
export function saySynced(): void {
  const page = globalThis as unknown as SessionPage;
  void page.onAppStateHasSyncedEvent?.();
}

/** Runs in the page: logs out, on the phone too. */
export async function logOut(): Promise<void> {
  const page = globalThis as unknown as SessionPage;
  await page.require('WAWebSocketModel').Socket.logout();
}

/** Runs in the page: the number that is linked, as digits; null while the page does not tell. */
export function linkedNumber(): string | null {
  const page = globalThis as unknown as SessionPage;
  const me = page.require('WAWebUserPrefsMeUser').getMaybeMePnUser();
  // Behind a colon stands which of the linked devices this is.
  return me?.user?.split(':')[0] ?? null;
}

/** Runs before the page's own scripts: whoever asks for a passkey is heard by `window[listener]`. */
export function watchPasskey(listener: string): void {
  const page = globalThis as unknown as SessionPage & Record<string, () => Promise<void>>;
  const { credentials } = page.navigator;
  const get = credentials?.get?.bind(credentials);
  if (!credentials || !get) return;
  credentials.get = (options) => {
    if (options?.publicKey !== undefined) void page[listener]?.();
    return get(options);
  };
}
