import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../../../platform/config/config.js';
import type { Config } from '../../../platform/config/config.js';
import { AuditNotes } from '../application/ports/audit-notes.js';
import type { SignedNote } from '../application/ports/audit-notes.js';

/** Name of the file in DATA_DIR. A line: moment, place, MAC of the entry there, MAC of the line. */
const FILE = 'audit-ends.log';

const LINE = /^(\S+) (\d{1,10}) ([\da-f]{64}) ([\da-f]{64})$/u;

/** Notes as lines of a file in DATA_DIR, which processes that share the folder share, too. */
@Injectable()
export class FileAuditNotes extends AuditNotes {
  private readonly file: string;

  constructor(@Inject(CONFIG) { dataDir }: Pick<Config, 'dataDir'>) {
    super();
    this.file = join(dataDir, FILE);
  }

  async add({ at, seq, mac, seal }: SignedNote): Promise<void> {
    const line = `${new Date(at).toISOString()} ${String(seq)} ${mac} ${seal}\n`;
    await appendFile(this.file, line, { mode: 0o600 });
  }

  async all(): Promise<(SignedNote | null)[]> {
    const lines = (await this.text()).split('\n').filter((line) => line !== '');
    return lines.map((line) => {
      const [, moment = '', seq = '', mac = '', seal = ''] = LINE.exec(line) ?? [];
      const at = Date.parse(moment);
      return Number.isNaN(at) ? null : { at, seq: Number(seq), mac, seal };
    });
  }

  private async text(): Promise<string> {
    try {
      return await readFile(this.file, 'utf8');
    } catch (error) {
      if ((error as { code?: string }).code === 'ENOENT') return '';
      throw error;
    }
  }
}
