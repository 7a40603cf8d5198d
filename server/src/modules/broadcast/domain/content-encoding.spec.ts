import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { encodeContent, encodeRecipient } from './content-encoding.js';
import type { EncodedContent, EncodedRecipient } from './content-encoding.js';

const CONTENT: EncodedContent = {
  text: 'Yth. {nama}',
  deviceId: 'device-1',
  attachment: null,
};
const FILE = {
  sha256: 'a'.repeat(64),
  kind: 'document',
  mimeType: 'application/pdf',
  fileName: 'jadwal.pdf',
};
const SARI: EncodedRecipient = {
  id: 1,
  phone: '+6281200000001',
  name: 'Sari',
  variables: { poli: 'Anak', jam: '08.00' },
};

/** The whole content as it is hashed. */
const encode = (recipients: readonly EncodedRecipient[], content = CONTENT) =>
  encodeContent(content) + recipients.map(encodeRecipient).join('');

describe('the encoding of what is confirmed', () => {
  it.each<[string, string]>([
    ['the text', encode([SARI], { ...CONTENT, text: 'Yth. {nama}.' })],
    ['the device', encode([SARI], { ...CONTENT, deviceId: 'device-2' })],
    ['a file', encode([SARI], { ...CONTENT, attachment: FILE })],
    ['a number', encode([{ ...SARI, phone: '+6281200000002' }])],
    ['a name', encode([{ ...SARI, name: 'Sarı' }])],
    ['a name that is missing', encode([{ ...SARI, name: null }])],
    ['a name that is empty', encode([{ ...SARI, name: '' }])],
    ['an id', encode([{ ...SARI, id: 2 }])],
    ['a value', encode([{ ...SARI, variables: { poli: 'Gigi', jam: '08.00' } }])],
    ['a value that is missing', encode([{ ...SARI, variables: { poli: 'Anak' } }])],
    ['another variable', encode([{ ...SARI, variables: { poli: 'Anak', Jam: '08.00' } }])],
    ['one recipient less', encode([])],
    ['one recipient more', encode([SARI, { ...SARI, id: 2, phone: '+6281200000002' }])],
  ])('differs by %s', (_, other) => {
    expect(other).not.toBe(encode([SARI]));
  });

  it.each([
    ['content', { sha256: 'b'.repeat(64) }],
    ['kind', { kind: 'image' }],
    ['type', { mimeType: 'image/png' }],
    ['name', { fileName: 'jadwal-2.pdf' }],
  ])('differs by the %s of the file', (_, change) => {
    expect(encode([SARI], { ...CONTENT, attachment: { ...FILE, ...change } })).not.toBe(
      encode([SARI], { ...CONTENT, attachment: FILE }),
    );
  });

  it('stays what it was for messages without a file: what was confirmed before stays confirmed', () => {
    expect(encodeContent(CONTENT)).toBe('["prima-content-1","device-1","Yth. {nama}"]\n');
  });

  it('differs by the order of the list', () => {
    const budi = { ...SARI, id: 2, phone: '+6281200000002' };
    expect(encode([SARI, budi])).not.toBe(encode([budi, SARI]));
  });

  it('is the same however the values were stored', () => {
    const stored = Object.assign(Object.create(null) as Record<string, string>, {
      jam: '08.00',
      poli: 'Anak',
    });
    expect(encode([{ ...SARI, variables: stored }])).toBe(encode([SARI]));
  });

  it('is never the same for two contents', () => {
    const values = fc.dictionary(fc.string(), fc.string());
    const recipient = fc.record({
      id: fc.nat(),
      phone: fc.string(),
      name: fc.option(fc.string()),
      variables: values,
    });
    const content = fc.record({
      text: fc.string(),
      deviceId: fc.string(),
      attachment: fc.option(
        fc.record({
          sha256: fc.string(),
          kind: fc.string(),
          mimeType: fc.string(),
          fileName: fc.string(),
        }),
      ),
      recipients: fc.array(recipient, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(content, content, (one, other) => {
        const same = encode(one.recipients, one) === encode(other.recipients, other);
        expect(same).toBe(JSON.stringify(sorted(one)) === JSON.stringify(sorted(other)));
      }),
    );
  });
});

/** The same content with the values of each recipient in one order. */
function sorted(content: { readonly recipients: readonly EncodedRecipient[] }): unknown {
  return {
    ...content,
    recipients: content.recipients.map((recipient) => ({
      ...recipient,
      variables: Object.entries(recipient.variables).sort(([a], [b]) => (a < b ? -1 : 1)),
    })),
  };
}
