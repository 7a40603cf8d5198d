import { once } from 'node:events';
import type { DatabaseLocation } from '../../src/platform/database/data-source-options.js';
import { measureFloor } from './import-floor.js';
import { idleLagMs } from './import-measures.js';
import { measureProduct } from './import-product.js';
import { writeWorkbook } from './import-workbook.js';

/** One step of the bench. Each runs in a process of its own, so that none inherits another's memory. */
export type Step =
  /** Does nothing until it hears anything more. */
  | { readonly kind: 'witness' }
  | { readonly kind: 'workbook'; readonly file: string; readonly rows: number }
  | {
      readonly kind: 'floor' | 'product';
      readonly file: string;
      readonly rows: number;
      readonly location: DatabaseLocation;
      readonly folder: string;
    };

async function run(step: Step): Promise<unknown> {
  switch (step.kind) {
    case 'witness':
      return idleLagMs(once(process, 'message'));
    case 'workbook':
      writeWorkbook(step.file, step.rows);
      return null;
    case 'floor':
      return measureFloor(step.file, step.rows, step.location);
    case 'product':
      return measureProduct(step.file, step.rows, step.location, step.folder);
  }
}

process.once('message', (step: Step) => {
  // A failure ends the process, which the bench sees.
  void run(step).then((result) => {
    process.send?.({ result }, () => {
      process.disconnect();
    });
  });
});
