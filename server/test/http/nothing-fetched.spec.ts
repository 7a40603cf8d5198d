import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RecipientImportView } from '#contracts/recipient-import.contract.js';
import { BroadcastCalls } from '../broadcast/broadcast-calls.js';
import { DeviceCalls } from '../device/device-calls.js';
import { someClientFolder } from '../embed/client-folder.js';
import { Dashboard, tokenOf, withSecret } from '../embed/dashboard.js';
import { makeWorkbook, PARTS, relationsXml, sheetXml, textRow } from '../fixtures/make-workbook.js';
import { importNow, importsIdle, upload } from '../recipient/import-calls.js';
import { SourceImportChild } from '../support/source-import-child.js';
import { startTestServer } from '../support/test-server.js';
import type { TestServer } from '../support/test-server.js';

describe('an address that somebody gives us', () => {
  const client = someClientFolder();
  let server: TestServer;
  let stranger: Server;
  /** Where a stranger waits for us to come. */
  let address: string;
  let visits = 0;

  beforeAll(async () => {
    stranger = createServer((socket) => {
      visits += 1;
      socket.destroy();
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => stranger.once('listening', resolve));
    address = `http://127.0.0.1:${String((stranger.address() as AddressInfo).port)}/x`;
    server = await startTestServer({ modules: [SourceImportChild], clientDir: client.dir });
  });

  afterAll(async () => {
    await server.close();
    stranger.close();
    client.remove();
    expect(visits).toBe(0);
  });

  it('in a sheet is text, and what the workbook is tied to is left alone', async () => {
    const person = await server.login('operator');
    const list = textRow(1, 'Nomor WA', 'Nama') + textRow(2, '081200000001', address);
    const tied = {
      [PARTS.sheet]: sheetXml(
        list,
        `<hyperlinks><hyperlink ref="A1" location="${address}"/></hyperlinks>`,
      ),
      [PARTS.relations]: relationsXml(
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
        ['rId2', 'externalLink', address],
        ['rId3', 'sharedStrings', address],
      ).replaceAll(/(Target="http[^"]*")/g, '$1 TargetMode="External"'),
    };
    const become = async (bytes: Uint8Array) => {
      const answer = await upload(person, new Uint8Array(bytes), address);
      const { id } = (await answer.json()) as RecipientImportView;
      await importsIdle(server);
      const { state, failure } = await importNow(person, id);
      return failure?.code ?? state;
    };
    expect(await become(makeWorkbook(tied))).toBe('choosing-columns');
    const doctype = `<!DOCTYPE x SYSTEM "${address}">${sheetXml(list)}`;
    expect(await become(makeWorkbook({ [PARTS.sheet]: doctype }))).toBe('doctype');
    const entity = `<!DOCTYPE x [<!ENTITY a SYSTEM "${address}">]>${sheetXml(textRow(1, '&a;'))}`;
    expect(await become(makeWorkbook({ [PARTS.sheet]: entity }))).toBe('doctype');
  });

  it('in a message, a name or a device is text', async () => {
    const administrator = await server.login();
    const device = await new DeviceCalls(server, administrator).addLinked();
    const calls = new BroadcastCalls(server, administrator);
    const draft = await calls.draft(
      device.id,
      `nomor|nama|poli\n081200000011|${address}|${address}`,
    );
    const edited = await calls.edit(draft, { title: address, text: `${address} {nama}` });
    expect(edited.status).toBe(200);
  });

  it('in a token names no key, and a dashboard is never called', async () => {
    const dashboard = await Dashboard.addTo(server, { origins: [new URL(address).origin] });
    const sign = withSecret(dashboard.secret);
    for (const where of ['jku', 'x5u', 'kid', 'iss']) {
      const header = { ...dashboard.header, [where]: address };
      const claims = where === 'iss' ? dashboard.claims({ iss: address }) : dashboard.claims();
      const token = tokenOf(header, claims, sign);
      const answer = await fetch(`${server.url}/embed/session`, {
        method: 'POST',
        headers: { Origin: new URL(address).origin },
        body: new URLSearchParams({ token }),
      });
      expect(answer.status).toBeGreaterThanOrEqual(400);
    }
  });

  it('in the headers of a request is believed by nobody', async () => {
    const answer = await server.client().get('/api/health/live', {
      Referer: address,
      'X-Forwarded-Host': new URL(address).host,
      Forwarded: `host=${new URL(address).host}`,
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('location')).toBeNull();
  });
});
