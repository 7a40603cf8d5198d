import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { SendOutcome } from '../../src/modules/device/index.js';
import { LaneDriver } from '../../src/modules/sender/application/ports/lanes.js';
import { RecordReceipt } from '../../src/modules/sender/application/record-receipt.js';
import { ScriptedGateway } from '../../src/modules/sender/testing/scripted-gateway.js';
import { SENDER_ROWS, SenderHouse } from '../../src/modules/sender/testing/sender-house.js';
import { BEGINNING, someId } from '../../src/modules/sender/testing/sender-tables.js';
import { openMariaDb } from '../../src/platform/database/testing/test-database.js';
import type { TestDatabase } from '../../src/platform/database/testing/test-database.js';
import { describeWithMariaDb } from '../support/services.js';

const DEVICES = [someId(901), someId(902), someId(903)];
const RECIPIENTS = 60;

describeWithMariaDb('two processes on one database', (serverUrl) => {
  let opened: TestDatabase;
  let processes: SenderHouse[];
  const gateway = new ScriptedGateway();

  beforeEach(async () => {
    opened = await openMariaDb(SENDER_ROWS, serverUrl);
    processes = [
      await SenderHouse.open({ opened, gateway }),
      await SenderHouse.open({ opened, gateway }),
    ];
    for (const [at, deviceId] of DEVICES.entries()) {
      for (const process of processes) process.devices.put(deviceId);
      await processes[0]?.tables.addRun({
        broadcastId: someId(at + 1),
        importId: someId(at + 101),
        deviceId,
        total: RECIPIENTS,
      });
    }
  });
  afterEach(() => processes[0]?.close());

  it('hand every message over once, while receipts pour in and a lane changes hands', async () => {
    const receipts: Promise<void>[] = [];
    const tell = (messageId: string, level: 'delivered' | 'read') => {
      const [house] = processes;
      if (house) receipts.push(house.get(RecordReceipt).run({ messageId, level }));
    };
    gateway.onSend = async ({ messageId, deviceId }): Promise<SendOutcome> => {
      tell(messageId, 'delivered');
      await new Promise((resolve) => setImmediate(resolve));
      tell(messageId, 'read');
      if (gateway.handovers.length % 20 === 0) await stealLane(deviceId);
      return { kind: 'accepted' };
    };
    const stealLane = (deviceId: string) =>
      opened.database.run(async () => {
        const itsNow = BEGINNING + 3_600_000;
        const tables = processes[1]?.tables;
        const lease = await tables?.leases.take(deviceId, 'thief', itsNow, itsNow + 1);
        if (lease) await tables?.leases.release(lease);
      });
    const driver = (at: number) => processes[at % 2]?.get(LaneDriver);
    for (let round = 0; round < 40; round++) {
      const never = new AbortController().signal;
      await Promise.all(
        DEVICES.flatMap((id) => [0, 1].map(async (at) => driver(at)?.drive(id, never))),
      );
    }
    await Promise.all(receipts);
    const perAddress = new Map<string, number>();
    for (const { deviceId, address } of gateway.handovers) {
      const key = `${deviceId} ${address}`;
      perAddress.set(key, (perAddress.get(key) ?? 0) + 1);
    }
    expect(perAddress.size).toBe(DEVICES.length * RECIPIENTS);
    expect(new Set(perAddress.values())).toEqual(new Set([1]));
    for (const at of DEVICES.keys()) {
      const run = await processes[0]?.runOf(someId(at + 1));
      expect(run).toMatchObject({ state: 'finished', counts: { read: RECIPIENTS } });
    }
  });
});
