import 'reflect-metadata';
import { restoreBackup } from '../platform/backup/restore-backup.js';
import { configOfProcess } from '../platform/config/config.js';
import { SystemClock } from '../platform/kernel/clock.js';
import { boxed } from '../platform/process/box.js';
import { prepareDataFolder } from '../platform/process/data-folder.js';
import { runProgram } from '../platform/process/run-program.js';
import { StartupRefusal } from '../platform/process/startup-refusal.js';

/** `npm run restore -- <file>`, with the server stopped, into an installation without a database. */
async function restore(): Promise<void> {
  const [file, ...others] = process.argv.slice(2);
  if (file === undefined || others.length > 0) {
    throw new StartupRefusal(['Pemakaian: npm run restore -- <berkas>']);
  }
  const config = configOfProcess();
  prepareDataFolder(config.dataDir);
  const { manifest, marksSurvived } = await restoreBackup(file, config, new SystemClock().now());
  process.stdout.write(
    boxed([
      `Cadangan tanggal ${manifest.createdAt} sudah dipulihkan.`,
      'Jalankan server: ia mulai dalam mode aman dan tidak mengirim apa pun.',
      marksSurvived
        ? 'Berkas penghitung masih ada: hanya penerima yang mungkin sudah dikirimi menjadi tidak pasti.'
        : 'Berkas penghitung tidak ada lagi: semua penerima yang menunggu menjadi tidak pasti.',
      'Administrator memeriksa, lalu menekan Lepaskan mode aman.',
    ]),
  );
}

runProgram(restore);
