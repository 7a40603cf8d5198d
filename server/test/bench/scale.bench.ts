/**
 * `npm run bench:scale [-- pages | workers]`: what the product does when there is much of everything.
 *
 * pages: pages of long lists over HTTP, on SQLite and MariaDB: the first, one in the middle, the last, with a
 * filter and with a search. Beside each the bare SQL of the same page, asked in turns.
 *
 * workers: messages a second of 1, 2 and 4 worker processes on MariaDB and Redis with an engine that does
 * nothing, and how late hand-overs are at a pace of one a second for each device.
 *
 * A small version: RECIPIENTS=10000 REQUESTS=10 MESSAGES=2000 DEVICES=10 WORKERS=1,2.
 */
import { measurePages, printPagesHead } from './scale/scale-pages.js';
import { openMariaDbHouse, openSqliteHouse } from './scale/scale-house.js';
import { measureWorkers } from './scale/scale-workers.js';

const numbers = (name: string, fallback: string): number[] =>
  (process.env[name] ?? fallback).split(',').map(Number);

const wanted = process.argv.slice(2);
const wants = (part: string): boolean => wanted.length === 0 || wanted.includes(part);
const { TEST_DATABASE_URL: databaseUrl, TEST_REDIS_URL: redisUrl } = process.env;

async function pages(): Promise<void> {
  const sizes = numbers('RECIPIENTS', '100000,1000000');
  const [requests = 50] = numbers('REQUESTS', '50');
  printPagesHead();
  for (const open of [openSqliteHouse, databaseUrl ? () => openMariaDbHouse(databaseUrl) : null]) {
    if (!open) continue;
    const house = await open();
    try {
      await measurePages(house, sizes, requests);
    } finally {
      await house.close();
    }
  }
}

async function workers(): Promise<void> {
  if (!databaseUrl || !redisUrl) {
    console.log('workers: not measured (needs MariaDB and Redis)');
    return;
  }
  const [devices = 60] = numbers('DEVICES', '60');
  const [messages = 12_000] = numbers('MESSAGES', '12000');
  const house = await openMariaDbHouse(databaseUrl, redisUrl);
  try {
    await measureWorkers(house, { devices, messages, counts: numbers('WORKERS', '1,2,4') });
  } finally {
    await house.close();
  }
}

if (wants('pages')) await pages();
if (wants('workers')) await workers();
