import { describe, expect, it } from '@jest/globals';
import { cleanFileName } from './file-name.js';
import { JPEG, MP4, PDF } from './file-type.js';

describe('the name that a recipient sees', () => {
  it.each([
    ['Jadwal kontrol.pdf', 'Jadwal kontrol.pdf'],
    ['JADWAL.PDF', 'JADWAL.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Dokumen\\jadwal.pdf', 'jadwal.pdf'],
    ['surat\u202efdp.exe', 'suratfdp.exe.pdf'],
    ['a\u0000b\nc\u200b.pdf', 'abc.pdf'],
    ['a<b>:"c"|?*.pdf', 'a_b___c____.pdf'],
    ['  .tersembunyi.  .pdf', 'tersembunyi.pdf'],
    ['', 'dokumen.pdf'],
    ['.pdf', 'dokumen.pdf'],
    ['\ud800.pdf', 'dokumen.pdf'],
    ['café 😀.pdf', 'café 😀.pdf'],
  ])('of %j is %j', (given, clean) => {
    expect(cleanFileName(given, PDF)).toBe(clean);
  });

  it('ends as the content demands', () => {
    expect(cleanFileName('foto.jpeg', JPEG)).toBe('foto.jpeg');
    expect(cleanFileName('foto.png', JPEG)).toBe('foto.png.jpg');
    expect(cleanFileName('', MP4)).toBe('video.mp4');
  });

  it('is never too long, and never ends in half a character', () => {
    const name = cleanFileName(`${'😀'.repeat(300)}.pdf`, PDF);
    expect([...name]).toHaveLength(100);
    expect(name.endsWith('😀.pdf')).toBe(true);
  });
});
