import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { GatewayHarness } from './gateway-harness.js';
import { POLI_ANAK, POLI_GIGI, driven, link, showCode } from './gateway-harness.js';
import { describeGatewayMessages } from './whatsapp-gateway-messages.suite.js';

/** Every engine must behave like this. */
export function describeWhatsappGateway(name: string, open: () => Promise<GatewayHarness>): void {
  describeGatewaySessions(name, open);
  describeGatewayMessages(name, open);
}

/** Linking and sessions of an engine; part of `describeWhatsappGateway`. */
export function describeGatewaySessions(name: string, open: () => Promise<GatewayHarness>): void {
  describe(`WhatsappGateway ${name}`, () => {
    let harness: GatewayHarness;

    beforeEach(async () => {
      harness = await open();
    });

    afterEach(() => harness.close());

    describe('linking', () => {
      it('goes from the code over the scan to a usable device', async () => {
        await link(harness, POLI_ANAK);
        const { news } = harness;
        expect(news.statesOf(POLI_ANAK)).toEqual(['waiting-for-scan', 'linking', 'ready']);
        const kinds = news.log.map(({ kind }) => kind);
        expect(kinds.indexOf('state')).toBeLessThan(kinds.indexOf('code'));
        const shown = news.codesOf(POLI_ANAK).length;
        await harness.settle();
        expect(news.codesOf(POLI_ANAK)).toHaveLength(shown);
      });

      it('shows another code when one is over', async () => {
        const first = await showCode(harness, POLI_ANAK);
        await harness.until(() => harness.news.codesOf(POLI_ANAK).length > 1);
        const second = harness.news.codesOf(POLI_ANAK)[1];
        expect(second?.code).not.toBe(first.code);
        expect(second?.expiresAt).toBeGreaterThan(first.expiresAt);
        expect(harness.news.statesOf(POLI_ANAK)).toEqual(['waiting-for-scan']);
      });

      it('says when the codes have run out, and shows new ones when asked', async () => {
        const first = await showCode(harness, POLI_ANAK);
        await harness.until(() => harness.news.statesOf(POLI_ANAK).at(-1) === 'code-expired');
        const again = await showCode(harness, POLI_ANAK);
        expect(again.code).not.toBe(first.code);
      });

      it('goes the same way with a code that is typed into the phone', async () => {
        const shown = await showCode(harness, POLI_ANAK, 'phone-code');
        expect(shown).toMatchObject({
          method: 'phone-code',
          code: expect.stringMatching(/^\w{8}$/),
        });
        await harness.scan(POLI_ANAK, shown, POLI_ANAK.phone);
        await harness.until(() => harness.news.statesOf(POLI_ANAK).at(-1) === 'ready');
        expect(harness.news.statesOf(POLI_ANAK)).toEqual(['waiting-for-scan', 'linking', 'ready']);
        expect(harness.news.codesOf(POLI_ANAK).map(({ method }) => method)).not.toContain('qr');
      });

      it('changes between the two ways of linking while it shows codes', async () => {
        await showCode(harness, POLI_ANAK, 'phone-code');
        const shown = await showCode(harness, POLI_ANAK, 'qr');
        expect(shown.method).toBe('qr');
        await harness.scan(POLI_ANAK, shown, POLI_ANAK.phone);
        await harness.until(() => harness.news.statesOf(POLI_ANAK).at(-1) === 'ready');
      });

      it('refuses a phone with another number, and says which', async () => {
        const shown = await showCode(harness, POLI_ANAK);
        await harness.scan(POLI_ANAK, shown, POLI_GIGI.phone);
        await harness.until(() => harness.news.statesOf(POLI_ANAK).includes('wrong-number'));
        expect(harness.news.reasons.get(POLI_ANAK.id)).toBe(POLI_GIGI.phone);
        await harness.settle();
        expect(harness.news.statesOf(POLI_ANAK)).not.toContain('ready');
        await driven(harness, harness.gateway.sessions.open(POLI_ANAK));
        await harness.until(() => harness.news.statesOf(POLI_ANAK).at(-1) === 'logged-out');
      });

      it('stops when asked, and may be started anew', async () => {
        const first = await showCode(harness, POLI_ANAK);
        await driven(harness, harness.gateway.pairing.stop(POLI_ANAK.id));
        const { length } = harness.news.log;
        await harness.settle();
        expect(harness.news.log).toHaveLength(length);
        const again = await showCode(harness, POLI_ANAK);
        expect(again.code).not.toBe(first.code);
      });

      it('takes stopping what never began for nothing', async () => {
        await driven(harness, harness.gateway.pairing.stop(POLI_ANAK.id));
        await link(harness, POLI_ANAK);
        await driven(harness, harness.gateway.pairing.stop(POLI_ANAK.id));
        await harness.settle();
        expect(harness.news.statesOf(POLI_ANAK).at(-1)).toBe('ready');
      });

      it('keeps devices apart', async () => {
        await showCode(harness, POLI_ANAK);
        await link(harness, POLI_GIGI);
        expect(harness.news.statesOf(POLI_ANAK)).toEqual(['waiting-for-scan']);
        await driven(harness, harness.gateway.pairing.stop(POLI_ANAK.id));
        await harness.settle();
        expect(harness.news.statesOf(POLI_GIGI).at(-1)).toBe('ready');
      });

      it('has a phone to press a button for, or none', async () => {
        const simulation = harness.gateway.scanSimulation;
        if (!simulation) return;
        expect(await driven(harness, simulation.scan(POLI_ANAK.id))).toBe(false);
        await showCode(harness, POLI_ANAK);
        expect(await driven(harness, simulation.scan(POLI_ANAK.id))).toBe(true);
        await harness.until(() => harness.news.statesOf(POLI_ANAK).at(-1) === 'ready');
        expect(await driven(harness, simulation.scan(POLI_ANAK.id))).toBe(false);
      });
    });

    describe('a session', () => {
      it('is restored without a code after it was closed', async () => {
        await link(harness, POLI_ANAK);
        const { length } = harness.news.codesOf(POLI_ANAK);
        await driven(harness, harness.gateway.sessions.close(POLI_ANAK.id));
        await driven(harness, harness.gateway.sessions.open(POLI_ANAK));
        await harness.until(
          () => harness.news.statesOf(POLI_ANAK).filter((state) => state === 'ready').length === 2,
        );
        expect(harness.news.codesOf(POLI_ANAK)).toHaveLength(length);
      });

      it('is restored without a code after the process died', async () => {
        await link(harness, POLI_ANAK);
        harness = await harness.restart();
        await driven(harness, harness.gateway.sessions.open(POLI_ANAK));
        await harness.until(() => harness.news.statesOf(POLI_ANAK).at(-1) === 'ready');
        expect(harness.news.codesOf(POLI_ANAK)).toEqual([]);
      });

      it('that does not exist cannot be restored', async () => {
        await driven(harness, harness.gateway.sessions.open(POLI_ANAK));
        await harness.until(() => harness.news.statesOf(POLI_ANAK).at(-1) === 'logged-out');
        expect(harness.news.codesOf(POLI_ANAK)).toEqual([]);
      });

      it('is forgotten by unlinking, also in the next process', async () => {
        await link(harness, POLI_ANAK);
        await driven(harness, harness.gateway.sessions.unlink(POLI_ANAK));
        harness = await harness.restart();
        await driven(harness, harness.gateway.sessions.open(POLI_ANAK));
        await harness.until(() => harness.news.statesOf(POLI_ANAK).at(-1) === 'logged-out');
      });

      it('may be unlinked while a code is shown, while a phone links, and when there is none', async () => {
        const { sessions } = harness.gateway;
        await driven(harness, sessions.unlink(POLI_ANAK));
        await showCode(harness, POLI_ANAK);
        await driven(harness, sessions.unlink(POLI_ANAK));
        const shown = await showCode(harness, POLI_ANAK);
        await harness.scan(POLI_ANAK, shown, POLI_ANAK.phone);
        await driven(harness, sessions.unlink(POLI_ANAK));
        await harness.settle();
        expect(harness.news.statesOf(POLI_ANAK)).not.toContain('ready');
        await driven(harness, sessions.open(POLI_ANAK));
        await harness.until(() => harness.news.statesOf(POLI_ANAK).at(-1) === 'logged-out');
      });

      it('ends with the engine, and so does everything that the engine had going', async () => {
        await link(harness, POLI_ANAK);
        await showCode(harness, POLI_GIGI);
        await driven(harness, harness.gateway.shutdown());
        expect(harness.leftovers()).toBe(0);
        const { length } = harness.news.log;
        await harness.settle();
        expect(harness.news.log).toHaveLength(length);
        await driven(harness, harness.gateway.shutdown());
      });
    });
  });
}
