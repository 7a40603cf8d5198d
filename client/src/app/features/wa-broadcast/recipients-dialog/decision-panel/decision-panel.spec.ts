import { beforeEach, describe, expect, it } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { provideApp } from '../../../../testing/provide-app.js';
import { recipientView } from '../../testing/broadcast-views.js';
import { show } from '../../testing/show.js';
import { DecisionPanel } from './decision-panel.js';

const unknown = recipientView({ state: 'unknown', reason: 'interrupted' });
const failed = recipientView({ state: 'failed', reason: 'rejected' });

describe('DecisionPanel', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({ providers: provideApp([]) });
  });

  const open = (over: Record<string, unknown>) =>
    show(DecisionPanel, { recipient: unknown, busy: false, mayResend: true, ...over });

  it('says why an uncertain one is, and where to look before choosing', async () => {
    const panel = await open({});
    expect(panel.screen.text()).toContain(
      'Belum tentu terkirim: server berhenti tepat saat pesan ini dikirim. Buka chat ini di HP pengirim, lalu pilih:',
    );
    expect(panel.screen.text()).toContain('Biarkan: status tetap tidak pasti');
  });

  it('hands on what was chosen; sending again warns that it may arrive twice', async () => {
    const panel = await open({});
    const chosen: string[] = [];
    panel.component.decide.subscribe((kind) => chosen.push(kind));
    panel.screen.button('Tandai terkirim').click();
    panel.screen.button('Kirim ulang (bisa terkirim dua kali)').click();
    panel.screen.button('Biarkan').click();
    expect(chosen).toEqual(['mark-sent', 'resend', 'leave']);
  });

  it('does not warn of a second arrival where there was no first', async () => {
    const panel = await open({ recipient: failed });
    expect(panel.screen.text()).toContain('Gagal: WhatsApp menolak pesan ini.');
    expect(panel.screen.button('Kirim ulang').disabled).toBe(false);
  });

  it('offers no second try once sending was cancelled, and nothing twice at once', async () => {
    const panel = await open({ mayResend: false, busy: true });
    expect(() => panel.screen.button('Kirim ulang (bisa terkirim dua kali)')).toThrow();
    expect(panel.screen.button('Tandai terkirim').disabled).toBe(true);
  });

  it('has a sentence for a reason that nobody told', async () => {
    const panel = await open({ recipient: recipientView({ state: 'unknown' }) });
    expect(panel.screen.text()).toContain('Belum tentu terkirim: alasannya tidak diketahui.');
  });
});
