import { setImmediate as eventLoopTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { FreetextReading } from '#contracts/recipient-import.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { readFreetext } from '../domain/freetext.js';
import { RecipientList, countsOf, noRows } from '../domain/recipient-list.js';
import type { AcceptedRow } from '../domain/recipient-row.js';
import { importIssuesOf } from './import-issues-of.js';
import { MarkOptedOut, optedOutOf } from './mark-opted-out.js';
import { ROWS_PER_UNIT } from './row-store.js';

/** Accepted rows that the preview of the message can show. */
const SAMPLE_ROWS = 50;
/** Issues that are shown while a person types. */
const SHOWN_ISSUES = 50;

/** Reads freetext while it is typed. Nothing is stored. */
@Injectable()
export class ReadFreetext {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly optOuts: MarkOptedOut,
  ) {}

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
      counts: countsOf(sorted, await this.optedOut(sorted.accepted)),
      variableNames: [...variableNames],
      sample: sorted.accepted
        .slice(0, SAMPLE_ROWS)
        .map(({ phone, name, variables }) => ({ phone, name, variables })),
      issues: importIssuesOf(sorted)
        .slice(0, SHOWN_ISSUES)
        .map((issue, place) => ({ id: place + 1, ...issue })),
    };
  }

  private async optedOut(rows: readonly AcceptedRow[]): Promise<number> {
    let count = 0;
    for (let at = 0; at < rows.length; at += ROWS_PER_UNIT) {
      const some = rows.slice(at, at + ROWS_PER_UNIT);
      count += optedOutOf(await this.unit.run(() => this.optOuts.mark(some)));
      await eventLoopTurn();
    }
    return count;
  }
}
