import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importFailureSentence } from '#contracts/import-texts.js';
import type { RecipientImportView } from '#contracts/recipient-import.contract.js';
import { DECEPTIVE_FILES } from '../fixtures/make-deceptive.js';
import { HOSTILE_FILES } from '../fixtures/make-hostile.js';
import { IMPOSSIBLE_FILES } from '../fixtures/make-impossible.js';
import { CONFIG, readConfig } from '../../src/platform/config/config.js';
import type { Config } from '../../src/platform/config/config.js';
import { addressOf, runProduct } from '../support/product-process.js';
import type { ProgramRun } from '../support/product-process.js';
import { SourceImportChild } from '../support/source-import-child.js';
import { TestClient } from '../support/test-client.js';
import { startTestServer } from '../support/test-server.js';
import { importNow, importsIdle, upload } from './import-calls.js';

const PATH = '/api/recipient-imports';
const ADMIN = { username: 'sari', password: 'gajah ungu makan pepaya' };

/** Largest upload that this installation allows, in bytes. */
const LIMIT = 8 * 1024 * 1024;
/** Files at once: two are read and the others wait, as in the product. */
const AT_ONCE = 6;
/** Between two questions to the server, in milliseconds. */
const PAUSE = 20;
/** How fast a server answers that is not disturbed by files, in milliseconds; on a crowded machine none does. */
const BRISK = 250;

const pause = () => new Promise<void>((resolve) => setTimeout(resolve, PAUSE));

/** Asks again and again; `stop` answers how long an answer took, but for the slowest of a hundred. */
function watchAnswers(url: string): { stop(): Promise<number> } {
  const times: number[] = [];
  const over = new AbortController();
  const watching = (async () => {
    while (!over.signal.aborted) {
      const asked = performance.now();
      const answer = await fetch(url);
      await answer.text();
      times.push(answer.ok ? performance.now() - asked : Infinity);
      await pause();
    }
  })();
  return {
    stop: async () => {
      over.abort();
      await watching;
      times.sort((a, b) => a - b);
      return times[Math.floor(times.length * 0.99)] ?? Infinity;
    },
  };
}

/** The files that cost most; file-refusal.spec.ts has every other one. */
const COSTLY = new Set([
  'a bomb: eight megabytes of blanks in eight kilobytes',
  'a document type with entities',
  'an element with a quarter of a million attributes',
  'a cell put together of pieces without end',
  'one text of a table, shown in a quarter of a million cells',
  'a part that points out of the archive',
  'a workbook behind a PDF',
  'a workbook with a password',
  'a merge of the whole sheet',
  'a validation of the whole sheet',
  'a row of a hundred thousand columns',
  'rows that all have the same number, or none',
  'a format that pads to half a million digits',
  'a sheet with a name of a hundred thousand letters',
  'headers named like the inside of JavaScript objects',
]);

/** Those, with what shall become of each. */
function chosenFiles(): readonly ChosenFile[] {
  const refused = Object.entries({ ...HOSTILE_FILES, ...IMPOSSIBLE_FILES });
  const read = Object.entries(DECEPTIVE_FILES);
  const files = [
    ...refused.map(([name, make]) => ({ name, make, state: 'failed' })),
    ...read.map(([name, make]) => ({ name, make, state: 'ready' })),
  ].filter(({ name }) => COSTLY.has(name));
  expect(files).toHaveLength(COSTLY.size);
  return files.map(({ name, make, state }) => {
    const { bytes, ...outcome } = make();
    return { name, bytes, outcome: { name, state, ...outcome } };
  });
}

interface ChosenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly outcome: unknown;
}

describe('hostile files, sent to the product as it runs', () => {
  let dataDir: string;
  let product: ProgramRun;
  let person: TestClient;

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'prima-hostile-'));
    product = runProduct('main.js', {
      DATA_DIR: dataDir,
      PORT: '0',
      ADMIN_USERNAME: ADMIN.username,
      ADMIN_PASSWORD: ADMIN.password,
      IMPORT_MAX_MEGABYTES: '8',
      // One person sends many files here, and looks after each of them all the time.
      ...{ RATE_API: 'off', RATE_ANONYMOUS: 'off', RATE_UPLOAD: 'off' },
    });
    person = new TestClient(await addressOf(product));
    expect((await person.post('/api/auth/login', ADMIN)).status).toBe(200);
  });

  afterAll(async () => {
    product.child.kill('SIGKILL');
    await product.ended;
    rmSync(dataDir, { recursive: true, force: true });
  });

  const until = async (id: string, working: RecipientImportView['state']) => {
    for (;;) {
      const list = await importNow(person, id);
      if (list.state !== working) return list;
      await pause();
    }
  };

  /** Uploads a file, takes the suggested columns if it gets that far, and answers what became of it. */
  const become = async (bytes: Uint8Array): Promise<RecipientImportView> => {
    const answer = await upload(person, new Uint8Array(bytes), '../../etc/<b>pasien</b>.xlsx');
    expect(answer.status).toBe(201);
    const { id } = (await answer.json()) as RecipientImportView;
    const seen = await until(id, 'inspecting');
    if (seen.state !== 'choosing-columns') return seen;
    const { headerRow, suggestion } = seen.preview ?? {};
    const choice = { headerRow, phone: suggestion?.phone ?? 0, name: suggestion?.name ?? null };
    expect((await person.post(`${PATH}/${id}/columns`, choice)).status).toBe(202);
    return until(id, 'reading');
  };

  it('are each refused with a sentence or read, while the server answers as if nothing were', async () => {
    const files = chosenFiles();
    // What a server takes that does nothing else, on the same machine at the same time.
    const idler = createServer((_request, response) => response.end('ok')).listen(0, '127.0.0.1');
    await once(idler, 'listening');
    const { port } = idler.address() as AddressInfo;
    const idleness = watchAnswers(`http://127.0.0.1:${String(port)}`);
    const life = watchAnswers(`${person.url}/api/health/live`);
    const found: unknown[] = [];
    const rest = [...files.entries()];
    const lane = async () => {
      for (let next = rest.shift(); next; next = rest.shift()) {
        const [place, { name, bytes }] = next;
        const { state, failure, counts } = await become(bytes);
        found[place] = failure
          ? { name, state, ...failure }
          : { name, state, accepted: counts.accepted, rejected: counts.rejected };
        if (!failure) continue;
        for (const language of ['id', 'en'] as const) {
          expect(importFailureSentence(failure, language)).toMatch(/^[^{}]{20,}\.$/);
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    const [slow, idle] = await Promise.all([life.stop(), idleness.stop()]);
    idler.close();
    expect(found).toMatchObject(files.map(({ outcome }) => outcome));
    expect(slow).toBeLessThan(Math.max(BRISK, idle * 10));
    // The same process, which had nothing to report, and of the files nothing is left.
    expect(product.child.exitCode).toBeNull();
    expect(product.errors()).toBe('');
    expect(readdirSync(join(dataDir, 'uploads'))).toEqual([]);
  }, 90_000);

  it('are not even kept when the form around them is wrong', async () => {
    const tooLarge = await upload(person, new Uint8Array(LIMIT + 1), 'baris.csv');
    expect(tooLarge.status).toBe(413);
    const named = await upload(person, 'nomor\n081200000001', 'a\0.csv');
    expect(named.status).toBe(400);
    expect(readdirSync(join(dataDir, 'uploads'))).toEqual([]);
  });
});

describe('a file that takes too long', () => {
  it('is given up after the time that the installation allows, and said so', async () => {
    // Shorter than any process takes to begin.
    const hasty = await startTestServer({
      modules: [SourceImportChild],
      config: { importLimits: { ...readConfig({}).importLimits, workMs: 10 } },
    });
    try {
      const person = await hasty.login('operator');
      const answer = await upload(person, 'nomor\n081200000001');
      const { id } = (await answer.json()) as RecipientImportView;
      await importsIdle(hasty);
      const { state, failure } = await importNow(person, id);
      expect({ state, failure }).toEqual({
        state: 'failed',
        failure: { code: 'reader-timeout', params: { seconds: 0 } },
      });
      const { dataDir } = hasty.app.get<Config>(CONFIG);
      expect(readdirSync(join(dataDir, 'uploads'))).toEqual([]);
    } finally {
      await hasty.close();
    }
  });
});
