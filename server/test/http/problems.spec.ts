import {
  Body,
  Controller,
  Get,
  Module,
  Param,
  Post,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { IdParam } from '#contracts/common.contract.js';
import { Problem } from '#contracts/problem.contract.js';
import { Returns } from '../../src/platform/http/returns.js';
import { Public } from '../../src/platform/http/route-access.js';
import { DomainError } from '../../src/platform/kernel/domain-error.js';
import { startTestServer } from '../support/test-server.js';
import type { TestServer } from '../support/test-server.js';

const Order = z.object({
  name: z.string().trim().min(1).max(5),
  password: z.string().min(12),
  pieces: z.array(z.object({ 'a/b': z.int().min(1).max(9) })),
});
const OrderView = z.object({ name: z.string() });

@Controller('trouble')
@Public()
class TroubleController {
  @Post('order')
  @Returns(OrderView, 201)
  order(@Body({ schema: Order }) order: z.infer<typeof Order>): object {
    return order;
  }

  @Get('all')
  @Returns(z.array(OrderView))
  all(): object[] {
    return [{ name: 'a', secret: 1 }];
  }

  @Get('misfit')
  @Returns(OrderView)
  misfit(): object {
    return { name: 1 };
  }

  @Get('taken')
  taken(): never {
    throw new DomainError('DEVICE.PHONE_TAKEN', { name: 'Poli Anak' });
  }

  @Get('crash')
  crash(): never {
    throw new Error('SELECT secret FROM users');
  }

  @Get('things/:id')
  thing(@Param({ schema: IdParam }) { id }: { id: string }): object {
    return { id };
  }

  @Post('upload')
  @UseInterceptors(FileInterceptor('file', { limits: { fileSize: 10 } }))
  upload(@UploadedFile() _file: unknown): object {
    return {};
  }
}

@Module({ controllers: [TroubleController] })
class TroubleModule {}

describe('a refusal', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer({ modules: [TroubleModule] });
  });

  afterAll(() => server.close());

  const problemOf = async (answer: Response): Promise<Problem> => {
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json; charset=utf-8');
    const problem = Problem.parse(await answer.json());
    expect(problem.status).toBe(answer.status);
    expect(problem.requestId).toBe(answer.headers.get('X-Request-Id'));
    return problem;
  };

  it('is problem+json in Bahasa Indonesia by default', async () => {
    const answer = await server.client().get('/api/trouble/taken?name=secret');
    const { requestId, ...problem } = await problemOf(answer);
    expect(requestId).toMatch(/^[\da-f-]{36}$/);
    expect(problem).toEqual({
      type: 'urn:prima:problem:DEVICE.PHONE_TAKEN',
      title: 'Tidak cocok dengan keadaan sekarang',
      status: 409,
      code: 'DEVICE.PHONE_TAKEN',
      detail:
        'Nomor ini sudah ditambahkan sebagai Poli Anak. Ganti nomor, atau Scan Barcode untuk nomor tersebut.',
      instance: '/api/trouble/taken',
      params: { name: 'Poli Anak' },
    });
  });

  it.each([
    ['en', 'already added'],
    ['en-GB,en;q=0.9', 'already added'],
    ['id-ID,en;q=0.5', 'sudah ditambahkan'],
    ['fr', 'sudah ditambahkan'],
  ])('speaks for Accept-Language %s', async (language, words) => {
    const answer = await server.client().get('/api/trouble/taken', { 'Accept-Language': language });
    expect((await problemOf(answer)).detail).toContain(words);
  });

  it('names every faulty field with a sentence', async () => {
    const body = { name: 'too long', password: 'short', pieces: [{ 'a/b': 1 }, { 'a/b': 99 }, {}] };
    const problem = await problemOf(await server.client().post('/api/trouble/order', body));
    expect(problem).toMatchObject({ status: 400, code: 'REQUEST.INVALID' });
    expect(problem.errors).toEqual([
      { pointer: '/name', code: 'REQUEST.FIELD_TOO_LONG', message: 'Maksimal 5 karakter.' },
      { pointer: '/password', code: 'REQUEST.FIELD_TOO_SHORT', message: 'Minimal 12 karakter.' },
      {
        pointer: '/pieces/1/a~1b',
        code: 'REQUEST.FIELD_TOO_LARGE',
        message: 'Nilai maksimal 9.',
      },
      {
        pointer: '/pieces/2/a~1b',
        code: 'REQUEST.FIELD_MISSING',
        message: 'Bagian ini wajib diisi.',
      },
    ]);
  });

  it('names no more fields than a person reads', async () => {
    const pieces = Array.from({ length: 3000 }, () => ({}));
    const body = { name: 'a', password: 'long enough to pass', pieces };
    const problem = await problemOf(await server.client().post('/api/trouble/order', body));
    expect(problem.errors).toHaveLength(50);
  });

  it('says which address does not exist, under the prefix and outside', async () => {
    for (const path of ['/api/nothing', '/api/trouble/things/not-an-id', '/missing.js']) {
      const problem = await problemOf(await server.client().get(path));
      expect(problem).toMatchObject({ status: 404, code: 'REQUEST.NOT_FOUND', instance: path });
    }
  });

  it('answers a body that is no JSON, too large or of another kind', async () => {
    const send = async (body: string, type: string) =>
      problemOf(
        await fetch(`${server.url}/api/trouble/order`, {
          method: 'POST',
          headers: { Origin: server.url, 'X-Requested-By': 'prima', 'Content-Type': type },
          body,
        }),
      );
    expect(await send('{"name":', 'application/json')).toMatchObject({ code: 'REQUEST.MALFORMED' });
    expect(await send(`"${'x'.repeat(200_000)}"`, 'application/json')).toMatchObject({
      status: 413,
      params: { limitMegabytes: 0.1 },
    });
    expect(await send('name=a', 'application/x-www-form-urlencoded')).toMatchObject({
      status: 415,
      code: 'REQUEST.MEDIA_TYPE',
    });
  });

  it('tells how large an upload may be', async () => {
    const form = new FormData();
    form.set('file', new Blob(['0123456789-']), 'list.csv');
    const problem = await problemOf(await server.client().post('/api/trouble/upload', form));
    expect(problem).toMatchObject({ status: 413, params: { limitMegabytes: 32 } });
  });

  it('of an unexpected fault tells a code, and the log has the rest under it', async () => {
    const answer = await server.client().get('/api/trouble/crash');
    const problem = await problemOf(answer);
    expect(problem).toMatchObject({ status: 500, code: 'REQUEST.UNEXPECTED' });
    expect(problem.detail).toContain(problem.requestId);
    expect(JSON.stringify(problem)).not.toContain('SELECT');
    const line = server.log.lines.find(({ fields }) => fields.requestId === problem.requestId);
    expect(line).toMatchObject({ level: 'error', error: new Error('SELECT secret FROM users') });
  });

  it('is what an answer becomes that does not fit its contract', async () => {
    const problem = await problemOf(await server.client().get('/api/trouble/misfit'));
    expect(problem.code).toBe('REQUEST.UNEXPECTED');
  });
});

describe('an answer', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer({ modules: [TroubleModule] });
  });

  afterAll(() => server.close());

  it('is stripped to what its contract names, one by one in a list', async () => {
    const browser = server.client();
    const body = { name: ' a ', password: 'long enough to pass', pieces: [], admin: true };
    const answer = await browser.post('/api/trouble/order', body);
    expect([answer.status, await answer.json()]).toEqual([201, { name: 'a' }]);
    expect(await (await browser.get('/api/trouble/all')).json()).toEqual([{ name: 'a' }]);
  });
});
