import type { Browser, Page } from 'playwright-core';

/** A file as a person chooses it. */
export interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const POSTER = `<body style="margin:0;width:640px;height:420px;display:grid;place-content:center;gap:12px;
  text-align:center;background:#e3f1ea;color:#0b3d2c;font-family:sans-serif">
  <b style="font-size:44px">Poli Paru</b><span style="font-size:26px">Senin–Jumat, 08.00–12.00</span>
  <span style="font-size:22px">Bawa kartu kontrol dan obat Anda</span></body>`;

/** Films one second of a canvas; as text, since it runs in the page. */
const FILM = `(async () => {
  const canvas = document.createElement('canvas');
  canvas.width = 480;
  canvas.height = 270;
  const brush = canvas.getContext('2d');
  let frame = 0;
  const draw = () => {
    brush.fillStyle = '#0b3d2c';
    brush.fillRect(0, 0, 480, 270);
    brush.fillStyle = '#e3f1ea';
    brush.font = '30px sans-serif';
    brush.fillText('Enam langkah cuci tangan', 24, 120);
    brush.fillRect(24, 160, 20 + 20 * frame++, 16);
  };
  draw();
  const drawing = setInterval(draw, 50);
  const type = ['video/mp4;codecs=avc1.42E01E', 'video/mp4'].find((one) => MediaRecorder.isTypeSupported(one));
  const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: type });
  const parts = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  const stopped = new Promise((done) => (recorder.onstop = done));
  recorder.start();
  setTimeout(() => recorder.stop(), 1000);
  await stopped;
  clearInterval(drawing);
  const reader = new FileReader();
  const read = new Promise((done) => (reader.onload = done));
  reader.readAsDataURL(new Blob(parts));
  await read;
  return reader.result.split(',')[1];
})()`;

/** A picture, a leaflet and a film as programs really write them: the browser makes all three. */
export async function makeFiles(
  browser: Browser,
): Promise<Record<'image' | 'document' | 'video', ChosenFile>> {
  const page = await browser.newPage({ viewport: { width: 640, height: 420 } });
  try {
    await page.setContent(POSTER);
    const image = await page.screenshot();
    const document = await page.pdf({ printBackground: true });
    const video = Buffer.from(await page.evaluate<string>(FILM), 'base64');
    return {
      image: { name: 'jadwal poli paru.png', mimeType: 'image/png', buffer: image },
      document: { name: 'persiapan kontrol.pdf', mimeType: 'application/pdf', buffer: document },
      video: { name: 'cuci tangan.mp4', mimeType: 'video/mp4', buffer: video },
    };
  } finally {
    await page.close();
  }
}

/** Chooses the file that goes with the message, through the button as a person does. */
export async function attach(page: Page, file: ChosenFile): Promise<void> {
  const asked = page.waitForEvent('filechooser');
  await page
    .getByRole('button', { name: /^(Pilih gambar, video, atau PDF|Ganti berkas)$/u })
    .click();
  await (await asked).setFiles(file);
}
