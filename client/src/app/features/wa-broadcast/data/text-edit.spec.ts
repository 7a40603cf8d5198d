import { describe, expect, it } from '@jest/globals';
import { insertAt, renameVariable, toggleMark } from './text-edit.js';

describe('insertAt', () => {
  it('puts a piece in place of what is selected, with the caret behind it', () => {
    const selection = { text: 'Yth. NAMA, halo', from: 5, to: 9 };
    expect(insertAt(selection, '{nama}')).toEqual({ text: 'Yth. {nama}, halo', from: 11, to: 11 });
  });
});

describe('toggleMark', () => {
  it('marks what is selected and keeps it selected', () => {
    const marked = toggleMark({ text: 'datang besok ya', from: 7, to: 12 }, '*');
    expect(marked).toEqual({ text: 'datang *besok* ya', from: 8, to: 13 });
  });

  it('takes the marks away again', () => {
    const plain = toggleMark({ text: 'datang *besok* ya', from: 8, to: 13 }, '*');
    expect(plain).toEqual({ text: 'datang besok ya', from: 7, to: 12 });
  });

  it('leaves blanks at the ends outside, where WhatsApp wants them', () => {
    expect(toggleMark({ text: 'a besok b', from: 1, to: 8 }, '_').text).toBe('a _besok_ b');
  });

  it('makes room between two marks where nothing is selected', () => {
    expect(toggleMark({ text: 'ab', from: 1, to: 1 }, '*')).toEqual({
      text: 'a**b',
      from: 2,
      to: 2,
    });
  });
});

describe('renameVariable', () => {
  it('renames every mention in whatever case, and nothing else', () => {
    expect(renameVariable('{name} {Name} {names} name', 'name', 'nama')).toBe(
      '{nama} {nama} {names} name',
    );
  });
});
