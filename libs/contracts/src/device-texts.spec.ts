import { describe, expect, it } from '@jest/globals';
import { sessionReasonSentence } from './device-texts.js';

describe('sessionReasonSentence', () => {
  it('says what stands behind the colon of a code', () => {
    const sentence = sessionReasonSentence('whatsapp-changed:WAWebMsgKey, WAWebCmd:x', 'en');
    expect(sentence).toContain('(WAWebMsgKey, WAWebCmd:x)');
  });

  it('names a code that it does not know, whole', () => {
    expect(sessionReasonSentence('odd:thing', 'id')).toBe('Alasan lain (kode: odd:thing).');
    expect(sessionReasonSentence('constructor', 'en')).toBe('Another reason (code: constructor).');
  });
});
