import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import type { StandIn } from '../../../server/test/whatsapp-stand-in/stand-in.js';

const DECODER = createRequire(import.meta.url).resolve('jsqr');
/** A code may change while it is being read: so often a person lifts the phone again. */
const TRIES = 3;

/** Decodes a picture; as text, since it runs in a page of its own. */
const decode = (picture: string): string => `(async () => {
  const image = new Image();
  image.src = 'data:image/png;base64,${picture}';
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  return jsQR(data, width, height)?.data ?? '';
})()`;

/**
 * What a phone's camera reads off the screen: the QR in a picture of the whole page, as it is drawn.
 * Empty when there is none that can be read.
 */
export async function readQr(page: Page): Promise<string> {
  const picture = await page.screenshot();
  const camera = await page.context().newPage();
  try {
    await camera.addScriptTag({ path: DECODER });
    return await camera.evaluate<string>(decode(picture.toString('base64')));
  } finally {
    await camera.close();
  }
}

/** The phone of `account` (digits) scans the QR that stands on the screen. */
export async function scanScreen(page: Page, standIn: StandIn, account: string): Promise<void> {
  await page.getByRole('img', { name: /^Kode QR untuk menautkan/u }).waitFor();
  for (let tries = 1; ; tries += 1) {
    const read = await readQr(page);
    try {
      standIn.scan(read, account);
      return;
    } catch (error) {
      if (tries === TRIES) throw error;
    }
  }
}
