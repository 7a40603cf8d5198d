import { beforeEach, describe, expect, it } from '@jest/globals';
import { HttpEventType } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import type { AttachmentView } from '#contracts/attachment.contract.js';
import { provideApp } from '../../../../testing/provide-app.js';
import { problemBody } from '../../../../testing/views.js';
import { AttachmentClient } from '../../data/attachment-client.js';
import { AttachmentStore } from '../../data/attachment-store.js';
import { attachmentView } from '../../testing/broadcast-views.js';
import { show } from '../../testing/show.js';
import { AttachmentPart } from './attachment-part.js';

const UPLOAD = { url: '/api/attachments', method: 'POST' };
const MEGABYTE = 1024 * 1024;

describe('AttachmentPart', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [...provideApp([]), AttachmentClient, AttachmentStore],
    });
  });

  const open = async (attachment: AttachmentView | null = null) => {
    const store = TestBed.inject(AttachmentStore);
    const part = await show(AttachmentPart, {});
    part.server
      .expectOne('/api/attachments/limits')
      .flush({ image: 5 * MEGABYTE, video: 16 * MEGABYTE, document: 16 * MEGABYTE });
    store.start(attachment);
    await part.settle();
    const drop = async (...files: File[]) => {
      const event = new Event('drop', { bubbles: true, cancelable: true });
      Object.defineProperty(event, 'dataTransfer', { value: { files } });
      part.element.querySelector('.zone')?.dispatchEvent(event);
      await part.settle();
    };
    return { ...part, store, drop };
  };
  const file = (size: number, name = 'jadwal.pdf'): File => {
    const made = new File(['x'], name);
    Object.defineProperty(made, 'size', { value: size });
    return made;
  };

  it('shows how many bytes are handed over, then the file with its name and size', async () => {
    const part = await open();
    await part.drop(file(2 * MEGABYTE));
    const upload = part.server.expectOne(UPLOAD);
    upload.event({ type: HttpEventType.UploadProgress, loaded: 500_000, total: 2 * MEGABYTE });
    await part.settle();
    expect(part.screen.text()).toContain('Mengunggah jadwal.pdf: 488 KB dari 2 MB');
    const bar = part.element.querySelector('[role="progressbar"]');
    expect(bar?.getAttribute('aria-valuetext')).toContain('488 KB dari 2 MB');

    upload.event({
      type: HttpEventType.UploadProgress,
      loaded: 2 * MEGABYTE,
      total: 2 * MEGABYTE,
    });
    await part.settle();
    expect(part.screen.text()).toContain('Memeriksa jadwal.pdf…');
    upload.flush(attachmentView());
    await part.settle();
    expect(part.screen.link('jadwal.pdf 1,2 MB').getAttribute('href')).toBe(
      `/api/attachments/${attachmentView().id}/content`,
    );
    expect(part.screen.role('status')).toBe('jadwal.pdf terlampir.');
  });

  it('keeps the file before until the server took the new one', async () => {
    const part = await open(attachmentView());
    await part.drop(file(10, 'foto.png'));
    const detail = 'Berkas ini rusak atau tidak lengkap.';
    part.server
      .expectOne(UPLOAD)
      .flush(problemBody({ status: 422, detail }), { status: 422, statusText: 'x' });
    await part.settle();
    expect(part.screen.role('alert')).toContain(detail);
    expect(part.store.attachment()).toEqual(attachmentView());
    part.screen.button('Hapus lampiran').click();
    await part.settle();
    expect(part.store.attachment()).toBeNull();
    expect(part.screen.role('alert')).toBe('');
  });

  it('calls an upload off', async () => {
    const part = await open();
    await part.drop(file(MEGABYTE));
    const upload = part.server.expectOne(UPLOAD);
    part.screen.button('Batal').click();
    await part.settle();
    expect(upload.cancelled).toBe(true);
    expect(part.screen.button('Pilih gambar, video, atau PDF').disabled).toBe(false);
  });

  it('does not even begin with a file that is too large for any kind, or with two', async () => {
    const part = await open();
    await part.drop(file(17 * MEGABYTE));
    expect(part.screen.role('alert')).toContain(
      'Gambar paling besar 5 MB, video 16 MB, PDF 16 MB.',
    );
    await part.drop(file(1), file(2));
    expect(part.screen.role('alert')).toContain('Pilih satu berkas saja.');
    part.server.expectNone(UPLOAD);
  });

  it('shows a picture as one, and a film with its controls', async () => {
    const image = await open(attachmentView({ kind: 'image', fileName: 'foto.png' }));
    const shown = image.element.querySelector('img');
    expect(shown?.alt).toBe('Gambar lampiran: foto.png');
    image.store.start(attachmentView({ kind: 'video', fileName: 'senam.mp4' }));
    await image.settle();
    const film = image.element.querySelector('video');
    expect(film?.controls).toBe(true);
    expect(film?.getAttribute('aria-label')).toBe('Video lampiran: senam.mp4');
  });
});
