import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { YAML11_SCHEMA, load } from 'js-yaml';
import { SETTINGS, readConfig } from '../../src/platform/config/config.js';
import { FILE_SETTINGS } from '../../src/platform/config/secret-files.js';

const ROOT = join(import.meta.dirname, '../../..');
const text = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Settings by the names under which they may be given. */
const GIVABLE = new Set([...SETTINGS, ...FILE_SETTINGS.map((name) => `${name}_FILE`)]);

interface Service {
  readonly image?: string;
  readonly build?: unknown;
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly networks?: readonly string[];
  readonly secrets?: readonly string[];
  readonly [key: string]: unknown;
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

/** Compose's own reading of `${NAME:-default}`, and of NAME where it must be set. */
const filled = (value: string): string =>
  value
    .replace(/\$\{\w+:-([^}]*)\}/gu, '$1')
    .replace(/\$\{PUBLIC_URL:\?[^}]*\}/gu, 'https://wa.example.org');

describe('.env.example', () => {
  const lines = text('.env.example').split('\n');
  const shown = lines.flatMap((line) => /^(?:# )?([A-Z_]+)=/u.exec(line)?.[1] ?? []);

  it('shows every setting, and none that there is not', () => {
    expect([...new Set(shown)].filter((name) => !GIVABLE.has(name))).toEqual([]);
    expect(SETTINGS.filter((name) => !shown.includes(name))).toEqual([]);
  });

  it('shows the defaults', () => {
    const set = lines.flatMap((line) => {
      const [, name, value] = /^([A-Z_]+)=(.*)$/u.exec(line) ?? [];
      return name === undefined || value === undefined ? [] : [[name, value]];
    });
    expect(readConfig(Object.fromEntries(set) as Record<string, string>)).toEqual(readConfig({}));
  });
});

describe('docker/compose.yml', () => {
  // The schema that knows the merge key `<<`, as Compose does.
  const compose = load(text('docker/compose.yml'), { schema: YAML11_SCHEMA }) as Compose;
  const monitoring = load(text('docker/compose.monitoring.yml'), {
    schema: YAML11_SCHEMA,
  }) as Compose;
  const { services } = compose;
  const own = ['web', 'worker', 'migrate'];

  it.each(own)('gives %s settings that there are, and that work together', (name) => {
    // What the image sets holds where the service says nothing else.
    const [, line = ''] = /^ENV (.*)$/mu.exec(text('docker/Dockerfile')) ?? [];
    const image = Object.fromEntries(line.split(' ').map((pair) => pair.split('='))) as Record<
      string,
      string
    >;
    expect(image).toHaveProperty('HOST');
    const given = Object.entries(services[name]?.environment ?? {});
    const environment = Object.entries<string>({ ...image, ...services[name]?.environment });
    expect(given.map(([key]) => key).filter((key) => !GIVABLE.has(key))).toEqual([]);
    const plain = environment.flatMap(([key, value]) => {
      if (!key.endsWith('_FILE')) return [[key, filled(value)]];
      const secret = value.replace('/run/secrets/', '');
      expect(services[name]?.secrets).toContain(secret);
      return [[key.replace('_FILE', ''), 'x'.repeat(43)]];
    });
    expect(() => readConfig(Object.fromEntries(plain) as Record<string, string>)).not.toThrow();
  });

  it.each(own)('runs %s as nobody special, with nothing to write on', (name) => {
    expect(services[name]).toMatchObject({
      init: true,
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true', 'seccomp:./seccomp.json'],
    });
    expect(services[name]).not.toHaveProperty('privileged');
    expect(services[name]).not.toHaveProperty('cap_add');
  });

  it('lets Prometheus reach web and workers, with a token that both know', () => {
    for (const name of ['web', 'worker']) {
      const { environment = {}, secrets } = monitoring.services[name] ?? {};
      expect(Object.keys(environment).filter((key) => !GIVABLE.has(key))).toEqual([]);
      expect(environment.METRICS_TOKEN_FILE).toBe('/run/secrets/metrics_token');
      expect(secrets).toEqual(['metrics_token']);
      const { METRICS_TOKEN_FILE: _, ...others } = environment;
      const own = Object.entries({ ...services[name]?.environment, ...others });
      const plain = own.flatMap(([key, value]) =>
        key.endsWith('_FILE') ? [] : [[key, filled(value)]],
      );
      const config = readConfig(Object.fromEntries(plain) as Record<string, string>);
      expect(config.host).toBe('0.0.0.0');
    }
    expect(monitoring.services.prometheus?.ports).toEqual([
      '127.0.0.1:${PROMETHEUS_PORT:-9090}:9090',
    ]);
  });

  it('has alerts on metrics that there are', () => {
    const rows = text('docs/operations.md').matchAll(/^\| `(prima_\w+)/gmu);
    const known = new Set([...rows].map(([, name]) => name));
    const named = text('docker/alerts.yml').match(/\bprima_\w+/gu) ?? [];
    expect(named.length).toBeGreaterThan(9);
    for (const name of named) expect(known).toContain(name.replace(/_(?:bucket|count)$/u, ''));
    const alerts = [...text('docker/alerts.yml').matchAll(/alert: (\w+)/gu)].map(
      ([, name]) => name,
    );
    const told = new Set(text('docs/operations.md').match(/Prima[A-Z]\w+/gu));
    expect(alerts.filter((name) => name !== 'PrimaProcessDown' && !told.has(name ?? ''))).toEqual(
      [],
    );
  });

  it('publishes the port of web alone, on this host alone', () => {
    const published = Object.entries(services).filter(([, { ports }]) => ports !== undefined);
    expect(published.map(([name, { ports }]) => [name, ports])).toEqual([
      ['web', ['127.0.0.1:${WEB_PORT:-3000}:3000']],
    ]);
    expect(compose.networks.back?.internal).toBe(true);
    expect(services.mysql?.networks).toEqual(['back']);
    expect(services.redis?.networks).toEqual(['back']);
  });

  it('limits every service, and lets none end before its work does', () => {
    for (const service of Object.values(services)) {
      expect(service).toMatchObject({
        mem_limit: expect.anything() as unknown,
        pids_limit: expect.anything() as unknown,
      });
    }
    expect(services.worker?.stop_grace_period).toBe('60s');
  });

  it('names secrets that it has, and that make-secrets.sh makes', () => {
    const known = [...Object.keys(compose.secrets), ...Object.keys(monitoring.secrets)];
    const made = /for name in ([^;]+);/u.exec(text('docker/make-secrets.sh'))?.[1]?.split(' ');
    expect(known.sort()).toEqual([...(made ?? [])].sort());
    const used = new Set(Object.values(services).flatMap(({ secrets = [] }) => secrets));
    expect([...used].sort()).toEqual(Object.keys(compose.secrets).sort());
    // A secret in the file itself would be in git.
    expect(text('docker/compose.yml')).not.toMatch(/PASSWORD: /u);
  });

  it('starts programs that the build makes', () => {
    const programs = text('docker/compose.yml').match(/dist\/server\/[\w/.-]+\.js/gu) ?? [];
    const image = text('docker/Dockerfile').match(/dist\/server\/[\w/.-]+\.js/gu) ?? [];
    expect(programs.length + image.length).toBe(2);
    for (const program of [...programs, ...image]) {
      const source = program.replace('dist/server/', '').replace(/\.js$/u, '.ts');
      expect(text(source)).toContain('runProgram(');
    }
  });
});

describe('docker/seccomp.json', () => {
  const { defaultAction, syscalls } = JSON.parse(text('docker/seccomp.json')) as {
    readonly defaultAction: string;
    readonly syscalls: readonly { readonly names: readonly string[]; readonly action: string }[];
  };
  const of = (action: string) =>
    syscalls.filter((rule) => rule.action === action).flatMap(({ names }) => names);

  it('forbids what it does not name, and allows what the sandbox of Chromium is made of', () => {
    expect(defaultAction).toBe('SCMP_ACT_ERRNO');
    expect(of('SCMP_ACT_ALLOW')).toEqual(
      expect.arrayContaining(['clone', 'clone3', 'unshare', 'chroot', 'seccomp', 'arch_prctl']),
    );
    for (const name of [
      'mount',
      'bpf',
      'ptrace',
      'setns',
      'init_module',
      'keyctl',
      'io_uring_setup',
    ])
      expect(of('SCMP_ACT_ALLOW')).not.toContain(name);
  });
});

describe('docker/systemd', () => {
  it.each(['prima-web.service', 'prima-worker@.service', 'prima-migrate.service'])(
    '%s starts a program that the build makes, with settings that there are',
    (name) => {
      const unit = text(`docker/systemd/${name}`).replaceAll('\\\n', ' ');
      const start = /^ExecStart=(.*)$/mu.exec(unit)?.[1] ?? '';
      const program = /dist\/server\/(\S+)\.js/u.exec(start)?.[1] ?? '';
      expect(text(`${program}.ts`)).toContain('runProgram(');
      const settings = [...start.matchAll(/\b([A-Z_]+)=/gu)].map(([, key]) => key ?? '');
      const known = new Set([...SETTINGS, 'NODE_ENV', 'HOME']);
      expect(settings.filter((key) => !known.has(key))).toEqual([]);
      expect(unit).toContain('NoNewPrivileges=yes');
    },
  );

  it('gives what is being sent its time', () => {
    const seconds = /TimeoutStopSec=(\d+)/u.exec(text('docker/systemd/prima-worker@.service'))?.[1];
    expect(Number(seconds)).toBeGreaterThanOrEqual(45);
  });
});
