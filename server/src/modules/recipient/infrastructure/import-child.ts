/**
 * Entry of the process that looks into an uploaded file: one job, then it ends. It may die of what the
 * file holds; the server does not. It knows no database and no secret: rows go to the parent in
 * messages, no faster than the parent stores them.
 */
import type { ReadBatch } from '../application/ports/sheet-reader.js';
import { FileRefused } from '../domain/file-refusal.js';
import { BATCH_WINDOW, type FromChild, type ImportJob, type ToChild } from './import-messages.js';
import { previewSheet, readSheet } from './sheet-reading.js';
import { Slots } from './slots.js';

/** Batches on their way to the parent that it has not stored yet. */
const unstored = new Slots(BATCH_WINDOW);

async function work(job: ImportJob): Promise<FromChild> {
  try {
    if (job.mode === 'preview') {
      return { type: 'preview', result: await previewSheet(job.file, job.limits) };
    }
    const { file, columns, limits } = job;
    return { type: 'done', result: await readSheet(file, columns, limits, sendBatch) };
  } catch (error) {
    if (error instanceof FileRefused) {
      return { type: 'refused', code: error.code, params: error.params };
    }
    throw error;
  }
}

async function sendBatch(batch: ReadBatch): Promise<void> {
  await unstored.enter();
  send({ type: 'batch', batch });
}

function send(message: FromChild, onSent?: () => void): void {
  process.send?.(message, undefined, undefined, onSent);
}

process.on('message', (message: ToChild) => {
  if (message.type === 'job') {
    // An unexpected error ends the process, which the parent sees.
    void work(message.job).then((answer) => {
      // Not before the answer has left: disconnecting drops what is still on its way.
      send(answer, () => {
        process.disconnect();
      });
    });
    return;
  }
  unstored.leave();
});

// The parent is gone or has what it needs: nobody waits for the rest.
process.on('disconnect', () => process.exit());
