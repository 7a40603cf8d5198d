import { expect, it } from '@jest/globals';
import { importFailureTexts, importIssueTexts } from '#contracts/import-texts.js';
import { FILE_REFUSALS } from '../../src/modules/recipient/domain/file-refusal.js';
import { REJECT_REASONS } from '../../src/modules/recipient/domain/reject-reasons.js';

it('has a sentence for every reason that a row can be refused for, and no other', () => {
  expect(Object.keys(importIssueTexts).sort()).toEqual([...REJECT_REASONS, 'duplicate'].sort());
});

it('has a sentence for every reason that a file can be refused for, and no other', () => {
  const ours = ['interrupted', 'unexpected'];
  expect(Object.keys(importFailureTexts).sort()).toEqual([...FILE_REFUSALS, ...ours].sort());
});
