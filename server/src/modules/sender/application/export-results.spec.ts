import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import exceljs from 'exceljs';
import { PAK_BUDI, SenderHouse } from '../testing/sender-house.js';
import { someRun } from '../testing/sender-tables.js';
import { CountSentToday } from './count-sent-today.js';
import { ExportResults } from './export-results.js';
import type { WorkbookLanguage } from './ports/results-workbook.js';

const { broadcastId, importId, deviceId } = someRun();

describe('Unduh hasil', () => {
  let house: SenderHouse;
  beforeEach(async () => {
    house = await SenderHouse.open();
  });
  afterEach(() => house.close());

  async function rowsIn(language: WorkbookLanguage): Promise<unknown[][]> {
    const file = await buffer(await house.get(ExportResults).run(broadcastId, language, PAK_BUDI));
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(file as unknown as exceljs.Buffer);
    const rows: unknown[][] = [];
    workbook.worksheets[0]?.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
    return rows;
  }

  it('lists every recipient with what became of them, in the language of the reader', async () => {
    await house.tables.addRun();
    const answers = [{ kind: 'accepted' }, { kind: 'unknown', reason: 'no-answer' }] as const;
    const left = [...answers];
    house.gateway.onSend = () => left.shift() ?? { kind: 'refused', reason: 'kode-mesin' };
    await house.drive();
    const when = '22 Nov 2026 09.00 WIB';
    expect(await rowsIn('id')).toEqual([
      ['No', 'Nama', 'Nomor', 'Status', 'Waktu', 'Alasan', 'Percobaan'],
      ['1', 'Pasien 1', '+6281200000001', 'terkirim', when, undefined, '1'],
      [
        '2',
        'Pasien 2',
        '+6281200000002',
        'tidak pasti',
        when,
        'WhatsApp tidak memberi jawaban setelah pesan ini dikirim',
        '1',
      ],
      ['3', 'Pasien 3', '+6281200000003', 'gagal', when, 'alasan lain (kode: kode-mesin)', '1'],
    ]);
    expect((await rowsIn('en'))[2]).toEqual([
      '2',
      'Pasien 2',
      '+6281200000002',
      'uncertain',
      '22 Nov 2026 09:00 WIB',
      'WhatsApp gave no answer after this message was handed over',
      '1',
    ]);
  });

  it('reads a long list page by page, and makes no formula of a name', async () => {
    const ids = await house.tables.addRun({ total: 1_100 });
    await house.run(() =>
      house.database.manager.query('UPDATE recipients SET name = ? WHERE id = ?', [
        '=HYPERLINK("http://x")',
        ids.at(-1),
      ]),
    );
    const rows = await rowsIn('id');
    expect(rows).toHaveLength(1_101);
    expect(rows.at(-1)?.slice(0, 4)).toEqual([
      '1100',
      '=HYPERLINK("http://x")',
      '+6281200001100',
      'menunggu',
    ]);
  });

  it('is refused for what was never sent', async () => {
    await house.tables.addRecipients(importId, 1);
    await expect(house.get(ExportResults).run(broadcastId, 'id', PAK_BUDI)).rejects.toMatchObject({
      code: 'RUN.NOT_FOUND',
    });
  });

  it('is counted for today from midnight in Jakarta', async () => {
    await house.tables.addRun();
    await house.drive();
    const today = () => house.get(CountSentToday).run('all');
    expect(await today()).toEqual({ items: [{ deviceId, sent: 3 }] });
    await house.clock.advance(15 * 3_600_000);
    expect(await today()).toEqual({ items: [{ deviceId, sent: 0 }] });
  });
});
