import { describe, expect, it } from '@jest/globals';
import { importFailureSentence, issueSentence } from './import-texts.js';

describe('issueSentence', () => {
  it('names row, value and reason as a clerk understands them', () => {
    const issue = { rowNumber: 37, value: 'belum ada', reason: 'not-a-phone', params: {} };
    expect(issueSentence(issue, 'id')).toBe("Baris 37: 'belum ada' bukan nomor telepon");
    expect(issueSentence(issue, 'en')).toBe("Row 37: 'belum ada' is not a phone number");
  });

  it('writes row numbers as a spreadsheet shows them and counts as people do', () => {
    const params = { firstRow: 1204 };
    const value = '+6281200000001';
    const issue = { rowNumber: 12345, value, reason: 'duplicate', params };
    expect(issueSentence(issue, 'id')).toBe('Baris 12345: +6281200000001 sudah ada di baris 1204');
    const long = { column: 'alamat', limit: 1000, length: 1204 };
    expect(issueSentence({ ...issue, reason: 'variable-too-long', params: long }, 'id')).toBe(
      'Baris 12345: isi kolom alamat terlalu panjang, 1.204 huruf. Batasnya 1.000',
    );
  });

  it('has a sentence for a reason it does not know, also when that is the name of an object member', () => {
    for (const reason of ['brand-new', 'constructor']) {
      const issue = { rowNumber: 3, value: 'x', reason, params: {} };
      expect(issueSentence(issue, 'id')).toBe("Baris 3: 'x' tidak dapat dipakai");
    }
  });

  it('leaves what looks like a parameter in a value alone', () => {
    const issue = { rowNumber: 3, value: '{row}', reason: 'not-a-phone', params: {} };
    expect(issueSentence(issue, 'id')).toBe("Baris 3: '{row}' bukan nomor telepon");
  });
});

describe('importFailureSentence', () => {
  it('says what was found and what is accepted', () => {
    const failure = { code: 'not-a-spreadsheet', params: { found: 'pdf' } };
    expect(importFailureSentence(failure, 'id')).toBe(
      'Berkas ini dokumen PDF. Yang diterima: .xlsx dan .csv.',
    );
    const other = { code: 'not-a-spreadsheet', params: { found: 'something' } };
    expect(importFailureSentence(other, 'en')).toBe(
      'This file is not a spreadsheet. Accepted are .xlsx and .csv.',
    );
  });

  it('tells limits in units that people use', () => {
    const rows = { code: 'too-many-rows', params: { limit: 200_000 } };
    expect(importFailureSentence(rows, 'id')).toContain('200.000 baris');
    const bytes = { code: 'too-large', params: { limit: 128 * 1024 * 1024 } };
    expect(importFailureSentence(bytes, 'en')).toContain('over 128 MB');
  });
});
