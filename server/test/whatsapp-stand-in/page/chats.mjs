import { Collection, Model, hide, textOf } from './model.mjs';

/** Fields of a message that are kept and shown; the library puts more into what it sends. */
const FIELDS = [
  ...['id', 'ack', 'body', 'from', 'to', 't', 'type', 'isNewMsg', 'self', 'local', 'caption'],
  ...['mimetype', 'filename', 'size', 'filehash', 'directPath', 'mediaKey', 'isViewOnce'],
];

const PLAN_MS = 500;

/** Chats, messages, known people; sending and what the server says about messages. */
export function makeChats(world) {
  const { ids, store, session } = world;
  const messages = new Collection();
  const chats = new Collection();
  const lids = new Map();
  const waiting = new Map();

  class Msg extends Model {
    constructor(given) {
      const fields = FIELDS.filter((name) => given[name] !== undefined);
      super(Object.fromEntries(fields.map((name) => [name, given[name]])));
      if (given.directPath) {
        hide(this, 'mediaObject', {});
        hide(this, 'isUnsentMedia', given.ack === 0);
      }
    }
    unsafe() {
      return this;
    }
  }

  class Chat extends Model {
    constructor(id) {
      super({ id, t: 0, unreadCount: 0, archive: false, isReadOnly: false, pin: 0 });
      hide(this, 'mute', { expiration: 0 });
      hide(this, 'formattedTitle', id.user);
      hide(this, 'msgs', new Collection());
      hide(this, 'lastReceivedKey', undefined);
    }
    serialize() {
      return { ...this, msgs: this.msgs.getModelsArray().map((msg) => msg.serialize()) };
    }
    toJSON() {
      return { ...this };
    }
  }

  const row = (msg, more) => ({
    ...msg.serialize(),
    ...more,
    key: textOf(msg.id),
    id: msg.id.id,
    chat: String(msg.id.remote),
    from: String(msg.from),
    to: String(msg.to),
  });
  const fromRow = ({ id, chat, from, to, ...rest }) => {
    const fromMe = rest.self === 'out';
    const key = { remote: chat, id, fromMe, ...(fromMe ? { selfDir: 'out' } : {}) };
    const wids = { from: ids.createWid(from), to: ids.createWid(to) };
    return new Msg({ ...rest, ...wids, id: new ids.MsgKey(key) });
  };

  const chatOf = (wid) => chats.get(wid) ?? chats.add(new Chat(wid));
  const learn = async ({ number, lid }) => {
    if (lids.get(number) === lid) return;
    lids.set(number, lid);
    await store.set('lids', [...lids]);
  };
  const numberOf = (wid) =>
    wid.isLid() ? [...lids].find(([, lid]) => lid === wid.user)?.[0] : wid.user;

  async function lookup(wid) {
    const found = await session.line.ask('lookup', { address: textOf(wid) });
    if (!found) return null;
    await learn(found);
    return { wid: wid.isLid() ? wid : ids.createWid(`${found.number}@c.us`) };
  }

  async function findOrCreateLatestChat(wid) {
    const lid = wid.isLid() ? wid.user : lids.get(wid.user);
    if (!lid && world.behaviour.requireLid) throw new Error('No LID for user');
    const byLid = wid.isLid() || (lid && world.behaviour.addressing === 'lid');
    const id = byLid ? ids.createWid(`${lid}@lid`) : wid;
    const known = chats.get(id);
    return { chat: known ?? chatOf(id), created: !known };
  }

  const byId = new Map();
  const put = (msg) => {
    const chat = chatOf(msg.id.remote);
    chat.t = msg.t;
    if (!msg.id.fromMe) chat.lastReceivedKey = msg.id;
    byId.set(msg.id.id, msg);
    chat.msgs.add(msg);
    messages.add(msg);
    return chat;
  };

  /** What this send is to do wrong: WhatsApp's side knows. */
  const planned = (chat) =>
    session.line
      .ask('plan', { to: String(chat.id) }, AbortSignal.timeout(PLAN_MS))
      .catch(() => null);

  const bring = async (msg, fault = null) => {
    const { id, mimetype, filename = null, directPath: path } = msg;
    const media = path ? { path, mimetype, filename } : null;
    const text = (path ? msg.caption : msg.body) ?? '';
    const what = { id: id.id, key: textOf(id), to: String(msg.to), type: msg.type, text, media };
    await session.line.ask('send', { ...what, fault });
  };

  /** Stored first, then brought to WhatsApp; without a network it stays and leaves later. */
  function addAndSendMsgToChat(chat, message) {
    const plan = planned(chat);
    const never = new Promise(() => {});
    const storing = async () => {
      if (Object.hasOwn(message, '__x_id')) {
        const why = "it's how we memoize";
        throw new Error(
          `Data passed to getter must include an id property (${why}) but got undefined`,
        );
      }
      const fault = await plan;
      if (fault === 'throw') throw new Error('stand-in: the page threw');
      if (fault === 'hang') await never;
      const msg = new Msg(message);
      await store.keep(row(msg));
      put(msg);
      return msg;
    };
    const stored = storing();
    const sending = async () => {
      const msg = await stored;
      const sent = new Promise((resolve, reject) => waiting.set(msg.id.id, { resolve, reject }));
      bring(msg, await plan).catch(() => {});
      return sent;
    };
    const sent = sending();
    sent.catch(() => {});
    return [stored.then(async (msg) => ((await plan) === 'hang-after' ? never : msg)), sent];
  }

  async function heardAck({ id, level }) {
    const msg = byId.get(id);
    if (!msg) return;
    if (level > msg.ack || level < 0) {
      await store.keep(row(msg, { ack: level }));
      msg.change('ack', level);
      if (msg.isUnsentMedia && level > 0) msg.change('isUnsentMedia', false);
    }
    waiting.get(id)?.resolve({ messageSendResult: level < 0 ? 'ERROR_UNKNOWN' : 'OK' });
  }

  async function heardMessage({ id, from, number, kind, body, t }) {
    if (byId.has(id)) return;
    const address = ids.createWid(from);
    if (number) await learn({ number, lid: address.user });
    const key = new ids.MsgKey({ remote: address, id, fromMe: false });
    const to = address.isLid() ? session.me.lid : session.me.pn;
    const given = {
      id: key,
      from: address,
      to,
      type: kind,
      body,
      t,
      ack: 1,
      self: 'in',
      isNewMsg: true,
    };
    const msg = new Msg(given);
    await store.keep(row(msg, { unread: true }));
    const chat = put(msg);
    chat.change('unreadCount', chat.unreadCount + 1);
  }

  return {
    ...{ messages, chats, lids, lookup, learn, numberOf, Msg, findOrCreateLatestChat },
    addAndSendMsgToChat,
    fromRow,
    async restore() {
      for (const pair of (await store.get('lids')) ?? []) lids.set(...pair);
      for (const kept of await store.messages()) {
        const chat = put(fromRow({ ...kept, isNewMsg: false }));
        if (kept.unread) chat.unreadCount += 1;
      }
    },
    /** What never got an ack is brought again when the line is back. */
    async resend() {
      const open = messages.getModelsArray().filter((msg) => msg.id.fromMe && msg.ack === 0);
      for (const msg of open) await bring(msg).catch(() => {});
    },
    async seen(chat) {
      chat.change('unreadCount', 0);
      for (const kept of await store.messages()) {
        if (kept.unread && kept.chat === String(chat.id))
          await store.keep({ ...kept, unread: false });
      }
    },
    async hear(event) {
      if (event.type === 'ack') await heardAck(event);
      else if (event.type === 'message') await heardMessage(event);
      else if (event.type === 'send-error') {
        waiting.get(event.id)?.reject(new Error('stand-in: the send failed'));
      } else throw new Error(`unknown event ${event.type}`);
    },
  };
}
