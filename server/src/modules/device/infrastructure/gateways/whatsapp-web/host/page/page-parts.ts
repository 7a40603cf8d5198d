/**
 * What of WhatsApp Web (and of the library's `WWebJS`) is needed between a number and a receipt, by us and
 * by the library on that way: looked for at every ready. What is only needed for pairing or for other
 * features is not here: its absence must not stop messages.
 */
const ALWAYS: readonly string[] = [
  'WWebJS.getChat',
  'WWebJS.sendMessage',
  'WWebJS.getMessageModel',
  'WWebJS.enforceLidAndPnRetrieval',
  'WWebJS.mediaInfoToFile',
  'WWebJS.processMediaData',
  'WAWebSocketModel.Socket.state',
  'WAWebWidFactory.createWid',
  'WAWebQueryExistsJob.queryWidExists',
  'WAWebApiContact.getCurrentLid',
  'WAWebApiContact.getPhoneNumber',
  'WAWebCollections.Chat.get',
  'WAWebCollections.Chat.getModelsArray',
  'WAWebCollections.Msg.get',
  'WAWebCollections.Msg.getModelsArray',
  'WAWebCollections.Msg.getMessagesById',
  'WAWebCollections.Msg.on',
  'WAWebFindChatAction.findOrCreateLatestChat',
  'WAWebChatGetters.getIsNewsletter',
  'WAWebChatGetters.getIsBroadcast',
  'WAWebChatLoadMessages.loadEarlierMsgs',
  'WALinkify.findLink',
  'WALinkify.findLinks',
  'WAWebUserPrefsMeUser.getMaybeMePnUser',
  'WAWebUserPrefsMeUser.getMaybeMeLidUser',
  'WAWebMsgKey.newId',
  'WAWebGetEphemeralFieldsMsgActionsUtils.getEphemeralFields',
  'WAWebSendMsgChatAction.addAndSendMsgToChat',
  'WAWebMediaOpaqueData.createFromData',
  'WAWebPrepRawMedia.prepRawMedia',
  'WAWebMediaStorage.getOrCreateMediaObject',
  'WAWebMmsMediaTypes.msgToMediaType',
  'WAWebMmsMediaTypes.castToV4',
  'WAWebMediaDataUtils.shouldUseMediaCache',
  'WAWebMediaInMemoryBlobCache.InMemoryMediaBlobCache.put',
  'WAWebMediaMmsV4Upload.uploadMedia',
];

/** Only for showing that somebody is typing. */
const TYPING: readonly string[] = [
  'WWebJS.sendChatstate',
  'WAWebChatStateBridge.sendChatStateComposing',
  'WAWebChatStateBridge.sendChatStatePaused',
];

/** What must be there, as `missingParts` names it. */
export const neededParts = (withTyping: boolean): readonly string[] =>
  withTyping ? [...ALWAYS, ...TYPING] : ALWAYS;
