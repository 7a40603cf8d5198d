import { Line } from './line.mjs';
import { Emitter, Model } from './model.mjs';

const LOGOUT_MS = 100;
const TIMEOUT_MS = 300;

const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

const randomText = (size) =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(size))));

/** Login, states, codes and sync of this page. */
export class Session {
  cmd = new Emitter();
  progress = 0;
  me = null;
  keys = null;
  #started = false;
  #hearing = Promise.resolve();

  constructor(world) {
    this.world = world;
    this.conn = new Model({ ref: undefined, platform: 'android', pushname: '', phone: {} });
    this.socket = new Model({ state: 'UNLAUNCHED', hasSynced: false });
    this.line = new Line({
      query: () => ({ ...this.keys, ...(this.token ? { token: this.token } : {}) }),
      onEvent: (event) => {
        // One after the other, so that receipts keep their order.
        this.#hearing = this.#hearing.then(() => this.#hear(event)).catch(console.error);
      },
      onDown: () => this.#lineDown(),
    });
  }

  async start() {
    const { store } = this.world;
    this.keys = await store.get('keys');
    if (!this.keys) {
      this.keys = { noise: randomText(32), identity: randomText(32), adv: randomText(32) };
      await store.set('keys', this.keys);
    }
    const login = await store.get('login');
    this.token = login?.token;
    if (login) this.#become(login.me);
    this.socket.change('state', 'OPENING');
    this.line.open();
    // The race: whoever looks at this page finds it synced already.
    const { syncWaits } = this.world.behaviour;
    while (this.token && !syncWaits && !this.socket.hasSynced) await sleep(10);
  }

  #become(me) {
    const { createWid } = this.world.ids;
    this.me = { pn: createWid(`${me.number}@c.us`), lid: createWid(`${me.lid}@lid`) };
    this.conn.pushname = me.name;
  }

  #lineDown() {
    if (this.token && this.socket.state === 'CONNECTED') {
      this.socket.change('state', 'OPENING');
      setTimeout(() => !this.line.up && this.socket.change('state', 'TIMEOUT'), TIMEOUT_MS);
    }
  }

  /** Events of the server; those with a number are remembered there until we say that we have them. */
  async #hear(event) {
    const { type, seq } = event;
    if (type === 'hello') await this.#hello(event);
    else if (type === 'settings') {
      this.#settings(event);
      await this.line.ask('set');
    } else if (type === 'ref') {
      this.socket.change('state', 'UNPAIRED');
      this.conn.change('ref', event.ref);
    } else if (type === 'idle') this.socket.change('state', 'UNPAIRED_IDLE');
    else if (type === 'paired') await this.#paired(event);
    else if (type === 'passkey') this.#passkey();
    else if (type === 'unlinked') await this.leave('logout_from_bridge');
    else if (type === 'caught-up') void this.#sync();
    else if (type === 'state') this.socket.change('state', event.state);
    else if (type === 'resync') this.socket.emit('change:hasSynced', this.socket, true);
    else if (type === 'reload') location.reload();
    else if (type === 'hang') this.#hang(event.ms);
    else await this.world.chats.hear(event);
    if (seq) await this.line.ask('got', { seq }).catch(() => {});
  }

  /** Whoever waits for it may be sure that nothing is done here between its answer and the end. */
  #hang(ms) {
    this.line.askAndStandStill('set');
    for (const end = Date.now() + ms; Date.now() < end;);
  }

  async #hello(event) {
    this.#settings(event);
    if (!event.linked) return;
    this.socket.change('state', event.state ?? 'CONNECTED');
    void this.world.chats.resend();
  }

  #settings({ behaviour }) {
    Object.assign(this.world.behaviour, behaviour);
  }

  async #paired({ token, me }) {
    this.conn.change('ref', undefined);
    this.token = token;
    await this.world.store.set('login', { token, me });
    this.#become(me);
    if (!this.world.behaviour.reloadAfterPair) {
      this.socket.change('state', 'CONNECTED');
      return;
    }
    // No person scans within milliseconds: the library has attached itself by then.
    while (!this.socket.hears('change:hasSynced')) await sleep(10);
    await sleep(LOGOUT_MS);
    location.reload();
  }

  #passkey() {
    this.conn.change('ref', undefined);
    const challenge = crypto.getRandomValues(new Uint8Array(32));
    const publicKey = { challenge, rpId: 'whatsapp.com', timeout: 600_000 };
    navigator.credentials.get({ publicKey }).catch(() => {});
  }

  /** Once per page: progress, then synced, when somebody listens. */
  async #sync() {
    if (this.#started) return;
    this.#started = true;
    const { behaviour } = this.world;
    for (const progress of [0, 50, 100]) {
      this.progress = progress;
      this.cmd.emit('offline_progress_update_from_bridge');
      await sleep(behaviour.syncMs / 2);
    }
    while (behaviour.syncWaits && !this.socket.hears('change:hasSynced')) {
      await sleep(20);
    }
    this.socket.change('hasSynced', true);
  }

  async logout() {
    await this.line.ask('logout');
    void this.leave('logout');
  }

  /** Unlinked: the profile forgets all and the page goes back to its beginning. */
  async leave(command) {
    this.token = undefined;
    await this.world.store.wipe();
    // The real page needs longer to hear of it than the library to wait for a state.
    while (this.socket.state === 'OPENING' && !this.socket.hears('change:state')) await sleep(10);
    this.cmd.emit(command);
    setTimeout(() => location.assign('/?post_logout=1'), LOGOUT_MS);
  }
}
