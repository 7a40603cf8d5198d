import { Model } from './model.mjs';

const base64 = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)));

const typeOf = (mimetype, asDocument) => {
  const kind = mimetype.split('/')[0];
  return asDocument || !['image', 'video', 'audio'].includes(kind) ? 'document' : kind;
};

/** The modules through which a file becomes a message: prepared, hashed, uploaded as it is. */
export function makeMedia({ behaviour, session }) {
  const objects = new Map();

  class OpaqueData {
    constructor(blob) {
      this.blob = blob;
    }
    static async createFromData(blob) {
      return new OpaqueData(blob);
    }
    url() {
      return `blob:stand-in/${this.blob.size}`;
    }
    formData() {
      return this.blob;
    }
    autorelease() {}
  }

  const prepare = async ({ blob }, { asDocument }) => {
    const { type: mimetype, name: filename, size } = blob;
    const filehash = base64(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()));
    const type = typeOf(mimetype, asDocument);
    const fields = { type, mimetype, size, filehash, mediaBlob: new OpaqueData(blob) };
    if (type === 'document') fields.filename = filename;
    if (behaviour.mediaXId) fields.__x_id = undefined;
    return new Model(fields);
  };

  const objectOf = (filehash) => {
    if (!objects.has(filehash)) {
      const object = {
        filehash,
        contentInfo: {},
        consolidate: (more) => Object.assign(object, more),
      };
      objects.set(filehash, object);
    }
    return objects.get(filehash);
  };

  const uploadMedia = async ({ mediaObject }) => {
    const directPath = await session.line.ask('upload', mediaObject.mediaBlob.blob);
    const mediaKey = base64(crypto.getRandomValues(new Uint8Array(32)));
    const encFilehash = mediaObject.filehash;
    const mmsUrl = `https://mmg.whatsapp.net${directPath}`;
    const mediaKeyTimestamp = Math.floor(Date.now() / 1000);
    return { mediaEntry: { mmsUrl, directPath, mediaKey, mediaKeyTimestamp, encFilehash } };
  };

  return {
    WAWebMediaOpaqueData: OpaqueData,
    WAWebPrepRawMedia: {
      prepRawMedia: (data, asked) => ({ waitForPrep: () => prepare(data, asked) }),
    },
    WAWebMediaStorage: { getOrCreateMediaObject: objectOf },
    WAWebMmsMediaTypes: { msgToMediaType: ({ type }) => type, castToV4: (type) => type },
    WAWebMediaDataUtils: { shouldUseMediaCache: () => true },
    WAWebMediaInMemoryBlobCache: { InMemoryMediaBlobCache: { put() {} } },
    WAWebMediaMmsV4Upload: {
      uploadMedia,
      // Named by the library beside the other one, used for channels only.
      uploadUnencryptedMedia: () => Promise.reject(new Error('stand-in: no channels')),
    },
  };
}
