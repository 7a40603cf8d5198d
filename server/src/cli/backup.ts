import 'reflect-metadata';
import { writeBackup } from '../platform/backup/write-backup.js';
import { configOfProcess } from '../platform/config/config.js';
import { SystemClock } from '../platform/kernel/clock.js';
import { boxed } from '../platform/process/box.js';
import { runProgram } from '../platform/process/run-program.js';
import { StartupRefusal } from '../platform/process/startup-refusal.js';

const WITH_SESSIONS = '--with-sessions';

/** `npm run backup -- <file> [--with-sessions]`, also while the server runs. */
async function backUp(): Promise<void> {
  const given = process.argv.slice(2);
  const [file, ...others] = given.filter((word) => word !== WITH_SESSIONS);
  if (file === undefined || others.length > 0) {
    throw new StartupRefusal([`Pemakaian: npm run backup -- <berkas> [${WITH_SESSIONS}]`]);
  }
  const sessions = given.includes(WITH_SESSIONS);
  const config = configOfProcess();
  const { files, tables } = await writeBackup(file, config, {
    sessions,
    now: new SystemClock().now(),
  });
  const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
  process.stdout.write(
    boxed([
      `Cadangan ditulis: ${file}`,
      `${String(rows)} baris database, ${String(Object.keys(files).length - 1)} berkas${sessions ? ', dengan sesi WhatsApp' : ''}.`,
      'Isinya data pasien: simpan terenkripsi, di mesin lain.',
      ...(config.secretKey === null ? [] : ['SECRET_KEY tidak ada di dalamnya: simpan terpisah.']),
    ]),
  );
}

runProgram(backUp);
