import { describe, expect, it } from '@jest/globals';
import { anchorOf, partsOf, readGuide, textOf } from './guide-text.js';

describe('readGuide', () => {
  it('takes the first heading as the title and keeps the blocks after it in order', () => {
    const guide = readGuide('# Panduan\n\n## Login\n\nTekan **Masuk**.\n');
    expect(guide.title).toBe('Panduan');
    expect(guide.blocks.map(({ type }) => type)).toEqual(['heading', 'paragraph']);
  });

  it('leaves a guide without a title whole', () => {
    expect(readGuide('Teks saja').blocks).toHaveLength(1);
  });
});

describe('parts of a block', () => {
  it('are its inline tokens, each with its words', () => {
    const [paragraph] = readGuide('# A\n\nTekan **Tambah** lalu `Simpan`').blocks;
    const parts = paragraph ? partsOf(paragraph) : [];
    expect(parts.map((part) => [part.type, textOf(part)])).toEqual([
      ['text', 'Tekan '],
      ['strong', 'Tambah'],
      ['text', ' lalu '],
      ['codespan', 'Simpan'],
    ]);
  });
});

describe('anchorOf', () => {
  it('is what links to a heading use', () => {
    expect(anchorOf('Tambah Pesan')).toBe('tambah-pesan');
  });
});
