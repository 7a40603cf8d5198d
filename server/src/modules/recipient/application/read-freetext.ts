import { setImmediate as eventLoopTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { FreetextReading } from '#contracts/recipient-import.contract.js';
import { readFreetext } from '../domain/freetext.js';
import { RecipientList, noRows } from '../domain/recipient-list.js';
import { importIssuesOf } from './import-issues-of.js';
import { ROWS_PER_UNIT } from './row-store.js';

/** Accepted rows that the preview of the message can show. */
const SAMPLE_ROWS = 50;
/** Issues that are shown while a person types. */
const SHOWN_ISSUES = 50;

/** Reads freetext while it is typed. Nothing is stored. */
@Injectable()
export class ReadFreetext {
  async run(text: string): Promise<FreetextReading> {
    const { rows, variableNames } = readFreetext(text);
    const list = new RecipientList(variableNames);
    const sorted = noRows();
    for (const [place, row] of rows.entries()) {
      list.sort(row, sorted);
      // Others get their turn: the same process sends messages and serves screens.
      if (place % ROWS_PER_UNIT === ROWS_PER_UNIT - 1) await eventLoopTurn();
    }
    return {
      counts: {
        rows: sorted.rowsRead,
        accepted: sorted.accepted.length,
        rejected: sorted.rejected.length,
        duplicates: sorted.duplicates.length,
      },
      variableNames: [...variableNames],
      sample: sorted.accepted
        .slice(0, SAMPLE_ROWS)
        .map(({ phone, name, variables }) => ({ phone, name, variables })),
      issues: importIssuesOf(sorted)
        .slice(0, SHOWN_ISSUES)
        .map((issue, place) => ({ id: place + 1, ...issue })),
    };
  }
}
