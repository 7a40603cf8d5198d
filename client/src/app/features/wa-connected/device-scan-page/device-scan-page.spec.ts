import { beforeEach, describe, expect, it } from '@jest/globals';
import { Component, input } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { DeviceLink, DeviceView, LinkMethod } from '#contracts/device.contract.js';
import { textsLoaded } from '../../../core/i18n/texts.js';
import { FakeLive, provideFakeLive } from '../../../testing/fake-live.js';
import { provideApp, visit } from '../../../testing/provide-app.js';
import { deviceView } from '../../../testing/views.js';
import { waConnectedTexts } from '../i18n/wa-connected-texts.js';
import { QrCode } from '../../../shared/ui/qr-code/qr-code.js';
import { DeviceScanPage } from './device-scan-page.js';

@Component({ template: 'elsewhere' })
class Elsewhere {}

/** jsdom draws no canvas. */
@Component({ selector: 'prima-qr-code', template: '' })
class FakeQrCode {
  readonly value = input.required<string>();
  readonly label = input.required<string>();
}

const { id } = deviceView();
const LINK = `/api/devices/${id}/link`;

/** A device that real WhatsApp drives and no phone has linked. */
const real = (over: Partial<DeviceView>): DeviceView =>
  deviceView({ engine: 'whatsapp-web', status: 'disconnected', linkedAt: null, ...over });

const challenge = (method: LinkMethod, code: string): DeviceLink['challenge'] => ({
  deviceId: id,
  method,
  code,
  expiresAt: new Date(Date.now() + 20_000).toISOString(),
});

describe('DeviceScanPage', () => {
  let live: FakeLive;

  beforeEach(() => {
    live = new FakeLive();
    TestBed.configureTestingModule({
      providers: [
        ...provideApp([
          {
            path: ':id/scan',
            component: DeviceScanPage,
            resolve: { texts: textsLoaded(waConnectedTexts) },
          },
          { path: '**', component: Elsewhere },
        ]),
        provideFakeLive(live),
      ],
    });
    TestBed.overrideComponent(DeviceScanPage, {
      remove: { imports: [QrCode] },
      add: { imports: [FakeQrCode] },
    });
  });

  const open = async (device: DeviceView, shown: DeviceLink['challenge'] = null) => {
    const page = await visit(`/${id}/scan`, DeviceScanPage);
    page.server.expectOne(LINK).flush({ device, challenge: shown });
    await page.settle();
    const asked = () => page.server.expectOne({ url: LINK, method: 'POST' });
    return { ...page, asked };
  };

  const waiting = real({ state: 'waiting-for-scan' });

  it('asks for a QR by itself when it is opened to scan', async () => {
    const page = await open(real({ state: 'unlinked' }));
    const request = page.asked();
    expect(request.request.body).toEqual({ method: 'qr' });
    request.flush({ device: real({ state: 'preparing' }), challenge: null });
    await page.settle();
    expect(page.screen.text()).toContain('Menyiapkan kode…');
    expect(page.screen.items()).toContain('Pilih Perangkat tertaut');
  });

  it('switches to a code for the phone, in two groups of four, and back', async () => {
    const page = await open(waiting, challenge('qr', 'qr 1'));
    page.screen.button('Tautkan dengan nomor telepon').click();
    const request = page.asked();
    expect(request.request.body).toEqual({ method: 'phone-code' });
    request.flush({ device: real({ state: 'preparing' }), challenge: null });
    await page.settle();
    expect(page.screen.items()).toContain('Pilih “Tautkan dengan nomor telepon saja”');

    live.say({ type: 'device-changed', device: waiting });
    const code = challenge('phone-code', 'ABCD2345');
    if (code) live.say({ type: 'device-challenge', challenge: code });
    await page.settle();
    const element = page.harness.fixture.nativeElement as HTMLElement;
    const groups = [...element.querySelectorAll('prima-phone-code .code span')];
    expect(groups.map(({ textContent }) => textContent)).toEqual(['ABCD', '2345']);
    // Said letter by letter, not as a word.
    expect(page.screen.text()).toContain('Kode untuk menautkan Poli Anak: A B C D, 2 3 4 5');

    page.screen.button('Kembali ke kode QR').click();
    expect(page.asked().request.body).toEqual({ method: 'qr' });
  });

  it('shows after a reload what is being shown, with the steps that belong to it', async () => {
    const page = await open(waiting, challenge('phone-code', 'ABCD2345'));
    expect(page.screen.text()).toContain('A B C D, 2 3 4 5');
    expect(page.screen.text()).toContain('menunggu kode diketik');
    expect(page.screen.items()).toContain('Ketik kode ini di HP');
    expect(page.screen.items()).not.toContain('Pilih Perangkat tertaut');
  });

  it('asks again for the kind of code that has expired', async () => {
    const page = await open(waiting, challenge('phone-code', 'ABCD2345'));
    page.screen.button('Kembali ke kode QR').click();
    page.asked().flush({ device: waiting, challenge: challenge('qr', 'qr 1') });
    await page.settle();
    live.say({ type: 'device-changed', device: real({ state: 'code-expired' }) });
    await page.settle();
    page.screen.button('Tampilkan kode baru').click();
    expect(page.asked().request.body).toEqual({ method: 'qr' });
  });

  it('says who scanned and who should have', async () => {
    const page = await open(real({ state: 'wrong-number', reason: '+6281200000099' }));
    expect(page.screen.text()).toContain(
      'Di-scan dari +62 812-0000-0099, seharusnya +62 812-0000-0123.',
    );
    page.screen.button('Tampilkan kode baru').click();
    page.asked();
  });

  it('is honest about a passkey: no code, another number', async () => {
    const page = await open(real({ state: 'passkey-required' }));
    expect(page.screen.text()).toContain('tidak dapat ditautkan dari sini');
    expect(page.screen.link('Tambah nomor lain').getAttribute('href')).toBe('/wa-connected/tambah');
    expect(() => page.screen.button('Tampilkan kode baru')).toThrow();
    expect(page.screen.text()).not.toContain('Di HP dengan nomor ini');
  });

  it('offers practice where WhatsApp cannot be reached and practice is offered', async () => {
    const page = await open(real({ state: 'failed', reason: 'whatsapp-unreachable' }));
    page.server.expectOne('/api/devices/engines').flush({ items: ['whatsapp-web', 'practice'] });
    await page.settle();
    expect(page.screen.text()).toContain('WhatsApp tidak terjangkau dari server.');
    // Nothing that the phone could help with, and nothing on its way.
    expect(page.screen.text()).not.toContain('Di HP dengan nomor ini');
    expect(page.screen.text()).not.toContain('menyiapkan');
    expect(page.screen.link('Coba dengan perangkat latihan').getAttribute('href')).toBe(
      '/wa-connected/tambah?latihan=1',
    );
  });

  it('names what changed in WhatsApp Web', async () => {
    const page = await open(real({ state: 'failed', reason: 'whatsapp-changed:WAWebMsgKey' }));
    page.server.expectOne('/api/devices/engines').flush({ items: ['whatsapp-web'] });
    await page.settle();
    expect(page.screen.text()).toContain('tidak mengirim dulu (WAWebMsgKey)');
    expect(() => page.screen.link('Coba dengan perangkat latihan')).toThrow();
  });

  it('asks for no code while a link is there, however troubled', async () => {
    const page = await open(
      real({
        state: 'restricted',
        status: 'connected',
        reason: 'banned',
        linkedAt: waiting.createdAt,
      }),
    );
    expect(page.screen.text()).toContain('WhatsApp memblokir nomor ini.');
    expect(() => page.screen.button('Tampilkan kode baru')).toThrow();
  });
});
