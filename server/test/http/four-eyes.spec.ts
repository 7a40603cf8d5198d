import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AuditPage } from '#contracts/audit.contract.js';
import type { BroadcastPage, BroadcastView } from '#contracts/broadcast.contract.js';
import type { FourEyesPolicy, SettingsView } from '#contracts/settings.contract.js';
import type { Me } from '#contracts/user.contract.js';
import { Database } from '../../src/platform/database/database.js';
import { Editors1763969000000 } from '../../src/platform/database/migrations/1763969000000-editors.js';
import { refusal, uploaded } from '../attachment/attachment-calls.js';
import { png } from '../attachment/some-files.js';
import { BroadcastCalls, viewOf } from '../broadcast/broadcast-calls.js';
import { DeviceCalls } from '../device/device-calls.js';
import { importText } from '../recipient/import-calls.js';
import { nextEvents } from '../support/live-reader.js';
import type { TestClient } from '../support/test-client.js';
import { startTestServer } from '../support/test-server.js';
import type { TestServer } from '../support/test-server.js';

const REFUSED = [409, 'BROADCAST.FOUR_EYES'];
const OTHER_LIST = 'nomor|nama|poli\n081200000021|Tono|Anak\n081200000022|Tini|Gigi';

describe('four eyes', () => {
  let server: TestServer;
  let administrator: TestClient;
  let calls: BroadcastCalls;
  let deviceId: string;
  const people = new Map<string, TestClient>();

  beforeAll(async () => {
    server = await startTestServer();
    administrator = await server.login();
    people.set('administrator', administrator);
    for (const role of ['operator', 'confirmer', 'viewer'] as const) {
      people.set(role, await server.login(role));
    }
    people.set('other administrator', await server.login());
    people.set('other operator', await server.login('operator'));
    calls = new BroadcastCalls(server, administrator);
    deviceId = (await new DeviceCalls(server, administrator).addLinked()).id;
  });
  afterAll(() => server.close());
  beforeEach(() => policy({ mode: 'always', above: 50 }));

  const by = (name: string) => calls.by(people.get(name) ?? administrator);
  const json = async <T>(answer: Response): Promise<T> => (await answer.json()) as T;
  async function policy(fourEyes: FourEyesPolicy): Promise<void> {
    const { version, policies } = await json<SettingsView>(
      await administrator.get('/api/settings'),
    );
    const answer = await administrator.put('/api/settings', {
      version,
      policies: { ...policies, fourEyes },
    });
    if (answer.status !== 200) throw new Error(await answer.text());
  }
  const confirmedBy = async (name: string, view: BroadcastView) => {
    const answer = await by(name).confirm(await calls.get(view.id));
    return answer.status === 200 ? (await viewOf(answer)).status : await refusal(answer);
  };
  /** Lets it be sent to its end: a run under way would keep the server from closing. */
  const sent = async (draft: BroadcastView) => {
    expect((await by('operator').send(draft)).status).toBe(202);
    await calls.until(draft, ({ status }) => status === 'finished');
  };
  const book = async (view: BroadcastView) => {
    const path = `/api/audit?subject=broadcast&subjectId=${view.id}`;
    return (await json<AuditPage>(await administrator.get(path))).items.map(
      ({ actor, action }) => `${actor} ${action}`,
    );
  };

  it.each<[string, string, unknown]>([
    ['administrator', 'administrator', REFUSED],
    ['administrator', 'other administrator', 'confirmed'],
    ['administrator', 'confirmer', 'confirmed'],
    ['operator', 'operator', REFUSED],
    ['operator', 'other operator', 'confirmed'],
    ['operator', 'administrator', 'confirmed'],
    ['operator', 'viewer', [403, 'AUTH.FORBIDDEN']],
  ])('made by %s, confirmed by %s → %j', async (author, confirmer, expected) => {
    const draft = await by(author).draft(deviceId);
    expect(await confirmedBy(confirmer, draft)).toEqual(expected);
    expect((await by('confirmer').get(draft.id)).status).toBe(
      expected === 'confirmed' ? 'confirmed' : 'draft',
    );
  });

  const edits: readonly [string, (draft: BroadcastView) => Promise<Response>][] = [
    ['the message', (draft) => by('other operator').edit(draft, { text: 'Yth. {nama}, lain' })],
    [
      'the list of recipients',
      async (draft) => {
        const operator = people.get('other operator') ?? administrator;
        const { id } = await importText(operator, OTHER_LIST);
        return by('other operator').edit(draft, { recipientImportId: id });
      },
    ],
    [
      'the device',
      async (draft) => {
        const wish = { name: 'Poli Gigi', phone: '0812-0000-0555', engine: 'practice' } as const;
        const { id } = await new DeviceCalls(server, administrator).add(wish);
        return by('other operator').edit(draft, { deviceId: id });
      },
    ],
    [
      'the attachment',
      async (draft) => {
        const operator = people.get('other operator') ?? administrator;
        const { id } = await uploaded(operator, png(new Uint8Array([7])), 'a.png');
        return by('other operator').edit(draft, { attachmentId: id });
      },
    ],
    [
      'a single recipient',
      async (draft) => {
        const [first] = await calls.recipients(draft);
        const path = `/api/broadcasts/${draft.id}/recipients/${String(first?.id)}`;
        const wish = { phone: '081200000031', name: 'Sari', variables: { poli: 'Anak' } };
        return (people.get('other operator') ?? administrator).patch(path, wish);
      },
    ],
    [
      'the list, by removing one',
      async (draft) => {
        const [first] = await calls.recipients(draft);
        const path = `/api/broadcasts/${draft.id}/recipients/${String(first?.id)}`;
        return (people.get('other operator') ?? administrator).delete(path);
      },
    ],
  ];

  it.each(edits)(
    'counts a change of %s: its editor cannot confirm, others can',
    async (_, edit) => {
      const draft = await by('operator').draft(deviceId);
      await viewOf(await edit(draft));
      const { fourEyes } = await calls.get(draft.id);
      expect(fourEyes?.makers.map(({ name }) => name)).toEqual([
        'Ibu operator 2',
        'Ibu operator 6',
      ]);
      expect(await confirmedBy('other operator', draft)).toEqual(REFUSED);
      expect(await confirmedBy('operator', draft)).toEqual(REFUSED);
      expect(await confirmedBy('confirmer', draft)).toBe('confirmed');
    },
  );

  it('asks from so many recipients on', async () => {
    await policy({ mode: 'above', above: 3 });
    const three = await by('operator').draft(deviceId);
    expect(three.fourEyes).toBeNull();
    expect(await confirmedBy('operator', three)).toBe('confirmed');
    await policy({ mode: 'above', above: 2 });
    const again = await by('operator').draft(deviceId);
    expect(await confirmedBy('operator', again)).toEqual(REFUSED);
  });

  it('lets what was confirmed by other eyes be sent, by whoever may send', async () => {
    const draft = await by('operator').draft(deviceId);
    expect(await confirmedBy('confirmer', draft)).toBe('confirmed');
    await sent(draft);
    expect((await calls.get(draft.id)).fourEyes).toBeNull();
  });

  it('asks again at Kirim: what its maker confirmed before needs other eyes in their place', async () => {
    await policy({ mode: 'off', above: 50 });
    const draft = await by('operator').draft(deviceId);
    expect(await confirmedBy('operator', draft)).toBe('confirmed');
    await policy({ mode: 'always', above: 50 });
    expect((await calls.get(draft.id)).fourEyes?.confirmationLost).toBe(true);
    const refused = await by('confirmer').send(draft);
    expect(await refusal(refused)).toEqual([409, 'BROADCAST.FOUR_EYES_NOW']);
    expect(await calls.get(draft.id)).toMatchObject({ status: 'confirmed', run: null });
    expect(await confirmedBy('operator', draft)).toEqual(REFUSED);
    expect(await confirmedBy('confirmer', draft)).toBe('confirmed');
    expect(await confirmedBy('administrator', draft)).toEqual([409, 'BROADCAST.ALREADY_CONFIRMED']);
    expect(await calls.get(draft.id)).toMatchObject({
      confirmed: { by: 'Ibu confirmer 3' },
      fourEyes: { confirmationLost: false },
    });
    expect((await book(draft)).slice(0, 2)).toEqual([
      'Ibu confirmer 3 broadcast.confirm',
      'Ibu operator 2 broadcast.confirm',
    ]);
    await sent(draft);
  });

  it('lists for each what waits for them', async () => {
    const draft = await by('operator').draft(deviceId);
    const waits = async (name: string) => {
      const browser = people.get(name) ?? administrator;
      const { items } = await json<BroadcastPage>(await browser.get('/api/broadcasts?awaiting=me'));
      return items.some(({ id }) => id === draft.id);
    };
    expect([await waits('operator'), await waits('confirmer')]).toEqual([false, true]);
    await confirmedBy('confirmer', draft);
    expect(await waits('confirmer')).toBe(false);
  });

  it('names the makers by the id that a session tells its person', async () => {
    const operator = people.get('operator') ?? administrator;
    const { id } = await json<Me>(await operator.get('/api/auth/me'));
    const { fourEyes } = await by('operator').draft(deviceId);
    expect(fourEyes).toEqual({
      makers: [{ id, name: 'Ibu operator 2' }],
      editorsUnknown: false,
      confirmationLost: false,
    });
  });

  it('is told to open screens when it is switched', async () => {
    const confirmer = people.get('confirmer') ?? administrator;
    const events = await nextEvents(confirmer);
    await policy({ mode: 'off', above: 50 });
    expect(await events.next('access-changed')).toEqual({ type: 'access-changed' });
    await events.close();
  });

  describe('for messages from before editors were written down', () => {
    const database = () => server.app.get(Database);
    const stored = (id: string) =>
      database().run(async () => {
        const sql = 'SELECT editors FROM broadcasts WHERE id = ?';
        const [row] = await database().manager.query<{ editors: string | null }[]>(sql, [id]);
        return row?.editors ?? null;
      });
    const migrateAnew = async () => {
      const runner = database().dataSource.createQueryRunner();
      await new Editors1763969000000().down(runner);
      await new Editors1763969000000().up(runner);
    };

    it('finds them in the audit, part by part', async () => {
      const untouched = await by('operator').draft(deviceId);
      const edited = await by('operator').draft(deviceId);
      for (const [, edit] of edits.filter(([name]) => name !== 'the device')) {
        await viewOf(await edit(await calls.get(edited.id)));
      }
      const before = [await stored(untouched.id), await stored(edited.id)];
      await migrateAnew();
      expect([await stored(untouched.id), await stored(edited.id)]).toEqual(before);
      expect(before[0]).toBe('{}');
      expect(before[1]).toContain('Ibu operator 6');
    });

    it('lets nobody confirm where the audit has a gap, and says what to do', async () => {
      const draft = await by('operator').draft(deviceId);
      await viewOf(await by('other operator').edit(draft, { title: 'Lain' }));
      await database().run(() =>
        database().affectedBy('UPDATE broadcasts SET revision = revision + 1 WHERE id = ?', [
          draft.id,
        ]),
      );
      await migrateAnew();
      expect(await stored(draft.id)).toBeNull();
      expect((await calls.get(draft.id)).fourEyes?.editorsUnknown).toBe(true);
      expect(await confirmedBy('confirmer', draft)).toEqual([409, 'BROADCAST.EDITORS_UNKNOWN']);
      await policy({ mode: 'off', above: 50 });
      expect(await confirmedBy('operator', draft)).toBe('confirmed');
    });
  });
});
