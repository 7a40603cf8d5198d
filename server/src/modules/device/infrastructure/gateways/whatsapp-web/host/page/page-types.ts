/**
 * The bits of WhatsApp Web and of the library's `window.WWebJS` that we use, as they were read in
 * whatsapp-web.js 1.34.7. Nobody promises them: `missingParts` looks at every ready whether they are there.
 */

/** Id of a person, as WhatsApp Web has it: a number (`c.us`) or a hidden id (`lid`). */
export interface Wid {
  readonly server: string;
  readonly user: string;
  isLid(): boolean;
}

/** Id of a message together with its chat and direction. */
export interface MsgKey {
  /** The id alone (`3EB0…`): the part that stays the same however a chat is addressed. */
  readonly id: string;
  readonly fromMe: boolean;
  readonly remote: Wid;
}

/** Class of message ids. */
export interface MsgKeyClass {
  new (parts: { from: Wid | undefined; to: Wid; id: string; selfDir: 'out' }): MsgKey;
  newId(): Promise<string> | string;
}

/** A message in the page. */
export interface Msg {
  readonly id: MsgKey;
  /** -1 refused, 0 waiting, 1 server, 2 phone, 3 read, 4 played. */
  readonly ack: number;
  readonly type: string;
  /** Seconds since the epoch. */
  readonly t: number;
  readonly body?: string;
  readonly from: Wid | string;
}

/** What the library hands over: fields of a message that does not exist yet. */
export interface OutgoingMsg {
  readonly id: MsgKey;
  readonly to?: Wid;
  /** Inner field of a media model that must not be here; see `installRoom`. */
  __x_id?: unknown;
}

/** A conversation with one person (or a group, which we never touch). */
export interface Chat {
  readonly id: Wid;
  readonly unreadCount: number;
  readonly msgs: Collection<Msg>;
}

/** Models by the text of their id. */
export interface Collection<Model> {
  get(id: string | Wid): Model | undefined;
  getModelsArray(): Model[];
}

/** `[stored, sent]`: only the call itself hands the message over. */
export type AddAndSend = (
  chat: Chat,
  message: OutgoingMsg,
) => readonly [Promise<unknown>, Promise<unknown>];

/** WhatsApp Web's modules by name, as `window.require` gives them. */
export interface Modules {
  WAWebMsgKey: MsgKeyClass;
  WAWebSendMsgChatAction: { addAndSendMsgToChat: AddAndSend };
  WAWebCollections: {
    Msg: Collection<Msg> & {
      getMessagesById(keys: string[]): Promise<{ messages?: Msg[] } | undefined>;
    };
    Chat: Collection<Chat>;
  };
  WAWebSocketModel: { Socket: { readonly state: string } };
  WAWebWidFactory: { createWid(text: string): Wid };
  WAWebQueryExistsJob: { queryWidExists(wid: Wid): Promise<{ wid?: Wid } | null | undefined> };
  WAWebUserPrefsMeUser: {
    getMaybeMePnUser(): Wid | undefined;
    getMaybeMeLidUser(): Wid | undefined;
  };
  WAWebChatLoadMessages: { loadEarlierMsgs(of: { chat: Chat }): Promise<unknown[] | undefined> };
}

/** What `WWebJS.sendMessage` is given for a file, extended by our own `roomFile`. */
export interface MediaInfo {
  readonly mimetype: string;
  readonly filename: string;
  readonly data?: string;
  /** The file itself, picked from the disk: used instead of `data`. */
  readonly roomFile?: File;
}

/** Options of `WWebJS.sendMessage` that we use. */
export interface SendOptions {
  readonly waitUntilMsgSent: boolean;
  readonly parseVCards: boolean;
  readonly mentionedJidList: readonly never[];
  readonly media?: MediaInfo;
  readonly sendMediaAsDocument?: boolean;
  readonly caption?: string;
  readonly isCaptionByUser?: boolean;
  /** Fields that the library writes over its own in the message: this is how our id gets in. */
  readonly extraOptions: { readonly id: MsgKey };
}

/** What the library puts into the page. */
export interface Library {
  readonly getChat: (
    id: string,
    options: { getAsModel: false },
  ) => Promise<Chat | null | undefined>;
  readonly sendMessage: (chat: Chat, content: string, options: SendOptions) => Promise<unknown>;
  mediaInfoToFile: (info: MediaInfo) => File;
  readonly enforceLidAndPnRetrieval: (id: string) => Promise<{ lid?: Wid; phone?: Wid }>;
  readonly sendChatstate: (state: 'typing' | 'stop', chatId: string) => Promise<unknown>;
}

/** A file input: where the browser itself reads a file of ours. */
export interface FileInput {
  readonly files: readonly File[] | null;
}

/**
 * How far a message of ours has come in the page: `prepared`, its chat is known; `open`, the library
 * works on it; `left`, it is in WhatsApp Web's hands; `void`, it did not leave and never will;
 * `refused`, the guard kept it back.
 */
export type ClaimStage = 'prepared' | 'open' | 'left' | 'void' | 'refused';

/** One message of ours in the page. */
export interface Claim {
  readonly chat: Chat;
  readonly key: MsgKey;
  stage: ClaimStage;
  /** The library's call has ended, well or badly. */
  settled: boolean;
  /** Resolves when the library's call ends. */
  sending: Promise<void>;
  /** Wakes who waits for the next stage. */
  wake: () => void;
}

/** What `installRoom` puts into the page for all other functions of ours. */
export interface InPageRoom {
  /** What `addAndSendMsgToChat` is now. */
  readonly guarded: AddAndSend;
  /** By message id, for as long as the page lives: an id that was void stays void. */
  readonly claims: Map<string, Claim>;
  /** Another guard stands before this one: it lets everything pass. */
  isRetired: boolean;
  /** Stands in for the real hand-over while the guard is tested. */
  rehearsal: AddAndSend | null;
  /** The whole text of an id, under whatever property this WhatsApp Web has it. */
  textOf(id: Wid | MsgKey | string | undefined): string;
  /** The key of a message of ours in this chat. */
  keyFor(chat: { readonly id: Wid }, messageId: string): MsgKey;
}

/** The page's `window`. */
export interface WhatsappWindow {
  require<Name extends keyof Modules>(name: Name): Modules[Name];
  readonly WWebJS: Library;
  primaRoom?: InPageRoom;
}
