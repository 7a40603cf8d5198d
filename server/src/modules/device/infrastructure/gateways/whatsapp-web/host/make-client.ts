import whatsapp from 'whatsapp-web.js';
import type { Client, ClientOptions } from 'whatsapp-web.js';
import type { HostStart } from '../protocol.js';

/** What the session wants to hear from inside the library, where it has no event. */
export interface ClientHooks {
  /** Browser and page are there, WhatsApp Web is not asked for yet. */
  readonly onBrowser: () => Promise<void>;
  /** The library failed where nobody would have heard of it. */
  readonly onFault: (where: string, error: unknown) => void;
  /** WhatsApp gave no code to type into the phone. */
  readonly onCodeRefused: (error: unknown) => void;
}

/** Parts of the library that its types keep for itself. */
interface Inside {
  inject: () => Promise<void>;
}

/**
 * The library's client for one life of a session. Its browser speaks over a pipe, so that no port is open
 * and it ends with this process; signals are ours to handle.
 */
export function makeClient(start: HostStart, hooks: ClientHooks): Client {
  const { browser, timing, page } = start;
  const options: Omit<ClientOptions, 'userAgent'> & { userAgent: false } = {
    authStrategy: profileOf(start.folder, hooks),
    // Its default writes WhatsApp's page into the working directory.
    webVersionCache: { type: 'none' },
    userAgent: false,
    authTimeoutMs: timing.startMs,
    proxyAuthentication: browser.proxyLogin ?? undefined,
    puppeteer: {
      executablePath: browser.executablePath,
      args: [...browser.args],
      headless: true,
      pipe: true,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      timeout: timing.startMs,
      // A single call may carry the upload of a file; hanging pages are noticed by looking at them.
      protocolTimeout: page.fileDeadlineMs + timing.answerMs,
    },
  };
  if (start.mode === 'phone-code') {
    options.pairWithPhoneNumber = {
      phoneNumber: start.phoneDigits,
      showNotification: true,
      intervalMs: timing.phoneCodeMs,
    };
  }
  const client = new whatsapp.Client(options as unknown as ClientOptions);
  guard(client, hooks);
  return client;
}

/** The library deletes a profile under its running browser; ours goes when the browser is gone. */
function profileOf(folder: string, { onBrowser }: ClientHooks): whatsapp.AuthStrategy {
  const auth = new whatsapp.LocalAuth({ dataPath: folder });
  auth.logout = () => Promise.resolve();
  auth.afterBrowserInitialized = onBrowser;
  return auth;
}

/** Two calls of the library have nobody who catches what they throw. */
function guard(client: Client, hooks: ClientHooks): void {
  const inside = client as unknown as Inside;
  const inject = inside.inject.bind(client);
  let isFirst = true;
  inside.inject = async () => {
    if (isFirst) {
      // Its failure is that of `initialize`, which tells.
      isFirst = false;
      await inject();
      return;
    }
    await inject().catch((error: unknown) => {
      hooks.onFault('inject', error);
    });
  };
  const requestCode = client.requestPairingCode.bind(client);
  client.requestPairingCode = (...asked) =>
    requestCode(...asked).catch((error: unknown) => {
      hooks.onCodeRefused(error);
      return '';
    });
}
