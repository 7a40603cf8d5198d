import { textOf } from './model.mjs';

/** Ids of people, chats and messages, in today's shape. */
export function makeIds(behaviour) {
  class Wid {
    constructor(text) {
      const [user, server] = text.split('@');
      Object.assign(this, { server, user, [behaviour.widShape]: text });
    }
    isLid() {
      return this.server === 'lid';
    }
    isUser() {
      return this.server === 'c.us' || this.server === 'lid';
    }
    isGroup() {
      return this.server === 'g.us';
    }
    isStatus() {
      return false;
    }
    equals(other) {
      return textOf(this) === textOf(other);
    }
    toString() {
      return textOf(this);
    }
    toJid() {
      return textOf(this);
    }
  }

  const createWid = (from) => {
    const text = from?.user ? `${from.user}@${from.server}` : textOf(from);
    if (!text?.includes('@')) throw new Error('wid error: invalid wid');
    return new Wid(text);
  };

  class MsgKey {
    constructor({ from, to, remote, id, selfDir, fromMe = selfDir === 'out' }) {
      const chat = remote ?? (fromMe ? to : from);
      const end = behaviour.keyEnd ? selfDir : undefined;
      const text = [String(fromMe), textOf(chat), id, end].filter(Boolean).join('_');
      Object.assign(this, { fromMe, remote: createWid(chat), id, [behaviour.keyShape]: text });
      if (selfDir) this.self = selfDir;
    }
    toString() {
      return textOf(this);
    }
    static async newId() {
      const bytes = crypto.getRandomValues(new Uint8Array(9));
      const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      return `3EB0${hex.toUpperCase()}`;
    }
  }

  return { Wid, MsgKey, createWid };
}
