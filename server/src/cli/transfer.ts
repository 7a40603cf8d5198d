import 'reflect-metadata';
import { transfer } from '../platform/backup/transfer.js';
import { configOfProcess } from '../platform/config/config.js';
import { boxed } from '../platform/process/box.js';
import { runProgram } from '../platform/process/run-program.js';

/** `npm run transfer`, with the server stopped: from the SQLite of DATA_DIR to DATABASE_URL. */
async function transferDatabase(): Promise<void> {
  const tables = await transfer(configOfProcess());
  const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
  process.stdout.write(
    boxed([
      `${String(Object.keys(tables).length)} tabel, ${String(rows)} baris dipindahkan; jumlah dan isinya sama.`,
      'Berkas SQLite di DATA_DIR tidak berubah.',
      '',
      'Langkah berikutnya:',
      '1. Biarkan DATABASE_URL dan DATA_DIR seperti sekarang, lalu jalankan server.',
      '2. Masuk, dan bandingkan daftar pesan dan device.',
      '3. Pindahkan prima.db dari DATA_DIR ke arsip: menjalankannya lagi membuat dua kebenaran.',
    ]),
  );
}

runProgram(transferDatabase);
