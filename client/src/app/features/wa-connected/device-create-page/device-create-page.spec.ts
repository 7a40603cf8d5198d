import { beforeEach, describe, expect, it } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import type { EngineKind } from '#contracts/device.contract.js';
import { textsLoaded } from '../../../core/i18n/texts.js';
import { provideApp, visit } from '../../../testing/provide-app.js';
import { deviceView } from '../../../testing/views.js';
import { waConnectedTexts } from '../i18n/wa-connected-texts.js';
import { DeviceCreatePage } from './device-create-page.js';

const PRACTICE = 'Coba dengan perangkat latihan';

describe('DeviceCreatePage', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: provideApp([
        {
          path: 'tambah',
          component: DeviceCreatePage,
          resolve: { texts: textsLoaded(waConnectedTexts) },
        },
      ]),
    });
  });

  const open = async (url: string, engines: EngineKind[]) => {
    const page = await visit(url, DeviceCreatePage);
    await page.settle();
    page.server.expectOne('/api/devices/engines').flush({ items: engines });
    await page.settle();
    const save = async () => {
      page.screen.type('Nama Device', 'Poli Anak');
      page.screen.type('Nomor WA', '0812');
      page.screen.button('Simpan').click();
      await page.settle();
      return page.server.expectOne({ url: '/api/devices', method: 'POST' });
    };
    return { ...page, save };
  };

  it('adds real WhatsApp unless the link to practice is followed, and back', async () => {
    const page = await open('/tambah', ['whatsapp-web', 'practice']);
    expect(page.screen.headings()).toEqual(['Tambah Device']);
    page.screen.button(PRACTICE).click();
    await page.settle();
    expect(page.screen.headings()).toEqual(['Tambah Device latihan']);
    page.screen.button('Pakai nomor WhatsApp sungguhan').click();
    await page.settle();
    const request = await page.save();
    expect(request.request.body).toMatchObject({ engine: 'whatsapp-web' });
    request.flush(deviceView());
    await page.settle();
    expect(page.screen.text()).toContain('Device berhasil ditambahkan.');
  });

  it('begins with practice where the address says so', async () => {
    const page = await open('/tambah?latihan=1', ['whatsapp-web', 'practice']);
    expect(page.screen.headings()).toEqual(['Tambah Device latihan']);
    expect((await page.save()).request.body).toMatchObject({ engine: 'practice' });
  });

  it('offers nothing that the server does not', async () => {
    const real = await open('/tambah?latihan=1', ['whatsapp-web']);
    expect(real.screen.headings()).toEqual(['Tambah Device']);
    expect(() => real.screen.button(PRACTICE)).toThrow();
  });

  it('says why a device is for practice where WhatsApp is not offered', async () => {
    const page = await open('/tambah', ['practice']);
    expect(page.screen.headings()).toEqual(['Tambah Device latihan']);
    expect(page.screen.text()).toContain('belum diaktifkan di server ini');
  });
});
