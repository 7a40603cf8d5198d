import { Emitter } from './model.mjs';

/** Members that JavaScript itself asks for. */
const SILENT = new Set(['then', 'toJSON', 'constructor', 'prototype', 'onListener']);

const report = (name) => {
  navigator.sendBeacon('/wa/miss', name);
};

/** Answers what is there and reports what was asked for and is not. */
const watched = (name, target, isTakenAway = () => false) =>
  new Proxy(target, {
    get(object, member, receiver) {
      if (typeof member === 'symbol' || SILENT.has(member)) return Reflect.get(object, member);
      const path = `${name}.${member}`;
      if (isTakenAway(path)) return undefined;
      if (!(member in object)) report(path);
      return Reflect.get(object, member, receiver);
    },
  });

/** `window.require` over these modules: throws on unknown names, reports every gap. */
export function requireFrom(modules, behaviour) {
  const made = new Map();
  const isTakenAway = (path) => behaviour.missing.includes(path);
  return (name) => {
    if (isTakenAway(name) || !Object.hasOwn(modules, name)) {
      if (!isTakenAway(name)) report(name);
      throw new Error(`Requiring unknown module "${name}"`);
    }
    if (!made.has(name)) made.set(name, watched(name, modules[name], isTakenAway));
    return made.get(name);
  };
}

const links = (text) => [...(text ?? '').matchAll(/https?:\/\/\S+/g)].map(([href]) => ({ href }));

/** The modules that the library names, as far as what it does for us asks them. */
export function makeModules(world) {
  const { ids, session, chats } = world;
  const { line, socket, conn, cmd } = session;
  const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const lidWid = (user) => user && ids.createWid(`${user}@lid`);

  const method = (target, name, run) => Object.defineProperty(target, name, { value: run });
  method(socket, 'logout', () => session.logout());
  method(socket, 'reconnect', () => line.open());
  method(socket, 'takeover', () => socket.change('state', 'CONNECTED'));
  method(cmd, 'refreshQR', () => line.ask('refresh'));
  method(chats.messages, 'getMessagesById', async ([key]) => {
    const kept = await world.store.message(key);
    return { messages: kept ? [chats.fromRow(kept)] : [] };
  });

  const typing = (state) => async (wid) => line.ask('typing', { to: String(wid), state });
  return {
    ...world.media,
    WAWebSocketModel: { Socket: watched('Socket', socket) },
    WAWebCmd: { Cmd: watched('Cmd', cmd) },
    WAWebConnModel: { Conn: watched('Conn', conn) },
    WAWebOfflineHandler: {
      OfflineMessageHandler: { getOfflineDeliveryProgress: () => session.progress },
    },
    WAWebAltDeviceLinkingApi: {
      setPairingType() {},
      async initializeAltDeviceLinking() {},
      async initializeQRLinking() {},
      startAltLinkingFlow: (phone) => line.ask('code', { phone }),
    },
    WAWebLaunchSocketUtils: { refreshQR: () => line.ask('refresh') },
    WABase64: { encodeB64: (value) => btoa(String.fromCharCode(...value)) },
    WAWebCompanionRegClientUtils: { DEVICE_PLATFORM: '1' },
    WAWebAdvSignatureApi: {},
    WAWebUserPrefsInfoStore: {
      waNoiseInfo: {
        get: async () => ({ staticKeyPair: { pubKey: bytes(session.keys.noise) } }),
      },
    },
    WAWebSignalStoreApi: {
      waSignalStore: {
        getRegistrationInfo: async () => ({
          identityKeyPair: { pubKey: bytes(session.keys.identity) },
        }),
      },
    },
    WAWebUserPrefsMultiDevice: { getADVSecretKey: () => session.keys.adv },
    WAWebUserPrefsMeUser: {
      getMaybeMePnUser: () => session.me?.pn,
      getMaybeMeLidUser: () => session.me?.lid,
    },
    WAWebCollections: { Msg: watched('Msg', chats.messages), Chat: watched('Chat', chats.chats) },
    WAWebSyncGatingUtils: { isPlaceholderMessageResendEnabled: () => false },
    WAWebCallCollection: Object.assign(new Emitter(), { calls: new Map() }),
    WAWebAddonReactionTableMode: { reactionTableMode: { bulkUpsert: async () => {} } },
    WAWebAddonPollVoteTableMode: { pollVoteTableMode: { bulkUpsert: async () => {} } },
    WAWebBackendJobsCommon: { mediaTypeFromProtobuf: () => null },
    WAWebE2EProtoUtils: { typeAttributeFromProtobuf: () => 'text' },
    WAWebWidFactory: {
      createWid: ids.createWid,
      createWidFromWidLike: ids.createWid,
      asUserWidOrThrow: ids.createWid,
    },
    WAWebQueryExistsJob: { queryWidExists: chats.lookup },
    WAWebApiContact: {
      getCurrentLid: (wid) => lidWid(wid.isLid() ? wid.user : chats.lids.get(wid.user)),
      getPhoneNumber: (wid) => {
        const number = chats.numberOf(wid);
        return number && ids.createWid(`${number}@c.us`);
      },
    },
    WAWebFindChatAction: { findOrCreateLatestChat: chats.findOrCreateLatestChat },
    WAWebStreamModel: { Stream: { markAvailable() {}, markUnavailable() {} } },
    WAWebUpdateUnreadChatAction: { sendSeen: async ({ chat }) => chats.seen(chat) },
    WAWebChatGetters: {
      getIsNewsletter: () => {
        // A step between the choice of an id and its use: somebody else asks for one.
        if (world.behaviour.stealsNewId) void window.require('WAWebMsgKey').newId();
        return false;
      },
      getIsBroadcast: () => false,
    },
    WALinkify: { findLink: (text) => links(text)[0], findLinks: links },
    WAWebMsgKey: ids.MsgKey,
    WAWebGetEphemeralFieldsMsgActionsUtils: { getEphemeralFields: () => ({}) },
    WAWebSendMsgChatAction: { addAndSendMsgToChat: chats.addAndSendMsgToChat },
    WAWebChatLoadMessages: { loadEarlierMsgs: async () => [] },
    WAWebChatStateBridge: {
      sendChatStateComposing: typing('typing'),
      sendChatStateRecording: typing('recording'),
      sendChatStatePaused: typing('stop'),
    },
    WAWebPresenceChatAction: { sendPresenceAvailable() {}, sendPresenceUnavailable() {} },
  };
}
