import { afterAll, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { findChromium } from '../../../scripts/chromium.mjs';
import { startStandIn } from '../../../server/test/whatsapp-stand-in/stand-in.js';
import type { StandIn } from '../../../server/test/whatsapp-stand-in/stand-in.js';
import { scanScreen } from './qr.js';
import { useWalk } from './walk.js';
import type { Walk } from './walk.js';

/** A device as a person adds it. */
export interface SendingNumber {
  readonly name: string;
  readonly phone: string;
}

/** A walk whose product drives real WhatsApp's engine, with phones and WhatsApp played by a stand-in. */
export interface WhatsappWalk extends Walk {
  standIn(): StandIn;
}

/**
 * As `useWalk`, with the one seam that the product has: `CHROMIUM_PATH` leads to a browser for which
 * web.whatsapp.com is the stand-in. The file ends with nothing asked of WhatsApp that the stand-in lacks.
 */
export function useWhatsapp(environment: Readonly<Record<string, string>> = {}): WhatsappWalk {
  let standIn: StandIn | undefined;
  const walk = useWalk(async () => {
    standIn = await startStandIn();
    const CHROMIUM_PATH = await standIn.chromiumWrapper(findChromium());
    return { WHATSAPP_ENGINES: 'whatsapp-web,practice', CHROMIUM_PATH, ...environment };
  });
  // After the product has ended, which closes its browsers.
  afterAll(async () => {
    const missed = standIn?.misses();
    await standIn?.stop();
    expect(missed).toEqual({});
  });
  return {
    ...walk,
    standIn: () => {
      if (standIn === undefined) throw new Error('Only inside a test');
      return standIn;
    },
  };
}

/** A number as the stand-in takes it: "0812-0000-0001" is 6281200000001. */
export function account(phone: string): string {
  return phone.replace(/\D/gu, '').replace(/^0/u, '62');
}

/** Tambah Device up to Scan Barcode; ends where the phone is to be taken up. */
export async function addDevice(page: Page, url: string, device: SendingNumber): Promise<void> {
  await page.goto(`${url}/wa-connected/tambah`);
  await page.getByLabel('Nama Device').fill(device.name);
  await page.getByLabel('Nomor WA').fill(device.phone);
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.getByRole('link', { name: 'Scan Barcode sekarang' }).click();
}

/** Adds a device and links it with its own phone, by the QR on the screen. */
export async function linkByQr(
  page: Page,
  walk: WhatsappWalk,
  device: SendingNumber,
): Promise<void> {
  await addDevice(page, walk.product().url, device);
  await scanScreen(page, walk.standIn(), account(device.phone));
  await page.getByText(`${device.name} sudah authenticated dan siap mengirim.`).waitFor();
}
