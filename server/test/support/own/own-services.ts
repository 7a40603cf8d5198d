import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { freePort } from './free-port.js';
import { OwnServer, programOf } from './own-server.js';

/** A MariaDB with an empty data folder, as durable as a production one. Root has no password. */
export async function startOwnMariaDb(): Promise<OwnServer> {
  const port = await freePort();
  const server = new OwnServer('mariadb', port, (folder) => [
    required('mariadbd'),
    '--no-defaults',
    `--datadir=${join(folder, 'data')}`,
    `--socket=${join(folder, 's')}`,
    `--pid-file=${join(folder, 'pid')}`,
    `--port=${String(port)}`,
    '--bind-address=127.0.0.1',
    '--innodb-flush-log-at-trx-commit=1',
    '--innodb-log-file-size=64M',
    '--skip-name-resolve',
    ...asUser(),
  ]);
  const install = [
    '--no-defaults',
    `--datadir=${join(server.folder, 'data')}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    ...asUser(),
  ];
  execFileSync(required('mariadb-install-db'), install, { stdio: 'pipe' });
  await server.start();
  return server;
}

/** An empty Redis that keeps nothing on the disk: a stop of it is a loss of everything in it. */
export async function startOwnRedis(): Promise<OwnServer> {
  const port = await freePort();
  const server = new OwnServer('redis', port, () => [
    required('redis-server'),
    ...['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
  ]);
  await server.start();
  return server;
}

function required(name: string): string {
  const program = programOf(name);
  if (program === null) throw new Error(`${name} is not installed`);
  return program;
}

/** Database servers do not run as root unless they are told to. */
const asUser = (): string[] => (process.getuid?.() === 0 ? ['--user=root'] : []);
