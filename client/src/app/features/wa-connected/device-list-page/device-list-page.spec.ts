import { beforeEach, describe, expect, it } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { textsLoaded } from '../../../core/i18n/texts.js';
import { Session } from '../../../core/session/session.js';
import { FakeLive, provideFakeLive } from '../../../testing/fake-live.js';
import { provideApp, visit } from '../../../testing/provide-app.js';
import { Screen } from '../../../testing/screen.js';
import { deviceView, meView } from '../../../testing/views.js';
import { waConnectedTexts } from '../i18n/wa-connected-texts.js';
import { DeviceListPage } from './device-list-page.js';

const OTHER = '0197a8b0-0000-7000-8000-0000000000aa';

describe('DeviceListPage', () => {
  let live: FakeLive;

  beforeEach(() => {
    live = new FakeLive();
    TestBed.configureTestingModule({
      providers: [
        ...provideApp([
          {
            path: '',
            component: DeviceListPage,
            resolve: { texts: textsLoaded(waConnectedTexts) },
          },
        ]),
        provideFakeLive(live),
        { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
      ],
    });
  });

  it('tells to check the phone, in a dialog that stays, when WhatsApp could not be told', async () => {
    const page = await visit('/', DeviceListPage);
    const me = TestBed.inject(Session).load();
    page.server.expectOne('/api/auth/me').flush(meView());
    await me;
    const device = deviceView();
    page.server.expectOne('/api/devices').flush({ items: [device] });
    page.server.expectOne('/api/devices/sent-today').flush({ items: [] });
    await page.settle();

    page.screen.button('Hapus Koneksi Poli Anak').click();
    await page.settle();
    page.server.expectOne(`/api/devices/${device.id}/unlink-impact`).flush({ broadcasts: [] });
    await page.settle();
    const dialog = new Screen(document.body);
    dialog.button('OK').click();
    await page.settle();
    const removal = { url: `/api/devices/${device.id}`, method: 'DELETE' };
    await page.settle();
    page.server.expectOne(removal).flush({ loggedOutOnPhone: false });
    await page.settle();
    await page.settle();
    const said = document.querySelector('prima-confirm-dialog')?.textContent ?? '';
    expect(said).toContain('Periksa HP Poli Anak');
    expect(said).toContain(
      'Di HP dengan nomor +62 812-0000-0123, buka WhatsApp › Perangkat tertaut.',
    );
    expect(page.screen.text()).toContain('Belum ada device.');
  });

  it('tells which worker runs a device where the server says so, and asks anew when one changes', async () => {
    const page = await visit('/', DeviceListPage);
    const [own, other] = [deviceView(), deviceView({ id: OTHER, name: 'IGD' })];
    const tell = (worker: string) => {
      const holders = [{ deviceId: own.id, worker }];
      page.server.expectOne('/api/devices').flush({ items: [own, other], holders });
    };
    tell('rs-wa-1');
    page.server.expectOne('/api/devices/sent-today').flush({ items: [] });
    await page.settle();
    expect(page.screen.text().match(/Dipegang \S+/gu)).toEqual(['Dipegang rs-wa-1']);
    live.say({ type: 'device-changed', device: own });
    await page.settle();
    tell('rs-wa-2');
    await page.settle();
    expect(page.screen.text().match(/Dipegang \S+/gu)).toEqual(['Dipegang rs-wa-2']);
  });
});
