import { beforeEach, describe, expect, it } from '@jest/globals';
import { HttpClient } from '@angular/common/http';
import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { provideApp } from '../../testing/provide-app.js';
import { problemBody } from '../../testing/views.js';
import { Language } from '../i18n/language.js';
import { SessionEnd } from '../session/session-end.js';
import { StepUp } from '../session/step-up.js';
import { ProblemError } from './problem-error.js';

describe('apiInterceptor', () => {
  let http: HttpClient;
  let server: HttpTestingController;

  beforeEach(() => {
    localStorage.clear();
    TestBed.configureTestingModule({ providers: provideApp([]) });
    http = TestBed.inject(HttpClient);
    server = TestBed.inject(HttpTestingController);
  });

  it('says the language of the screen', async () => {
    await TestBed.inject(Language).use('en');
    http.get('/api/devices').subscribe();
    expect(server.expectOne('/api/devices').request.headers.get('Accept-Language')).toBe('en');
  });

  it.each([
    ['GET', null],
    ['POST', 'prima'],
    ['PUT', 'prima'],
    ['DELETE', 'prima'],
  ])('%s carries X-Requested-By %s', (method, header) => {
    http.request(method, '/api/devices').subscribe();
    expect(server.expectOne('/api/devices').request.headers.get('X-Requested-By')).toBe(header);
  });

  it('touches nothing outside of the API', () => {
    http.post('/other', null).subscribe();
    expect(server.expectOne('/other').request.headers.keys()).toEqual([]);
  });

  it('turns a refusal into a ProblemError', async () => {
    const answer = firstValueFrom(http.get('/api/devices'));
    server.expectOne('/api/devices').flush(problemBody(), { status: 409, statusText: 'Conflict' });
    await expect(answer).rejects.toBeInstanceOf(ProblemError);
  });

  it.each([
    ['/api/devices', 1],
    ['/api/auth/login', 0],
    ['/api/auth/me', 0],
  ])('401 of %s announces %d ends of the session', async (url, ends) => {
    const answer = firstValueFrom(http.get(url));
    server.expectOne(url).flush(problemBody(), { status: 401, statusText: 'Unauthorized' });
    await expect(answer).rejects.toBeInstanceOf(ProblemError);
    expect(TestBed.inject(SessionEnd).count()).toBe(ends);
  });

  describe('when the server wants a fresh proof', () => {
    const stale = problemBody({ status: 403, code: 'AUTH.STEP_UP_REQUIRED' });
    const refuse = (url: string): void => {
      server.expectOne(url).flush(stale, { status: 403, statusText: 'Forbidden' });
    };
    const until = async (holds: () => boolean): Promise<void> => {
      for (let tries = 0; !holds() && tries < 50; tries++) {
        await new Promise((resolve) => setTimeout(resolve));
      }
    };
    const asked = () => TestBed.inject(StepUp).asked();

    it('asks once for all that wait, and repeats each as it was', async () => {
      const both = Promise.all([
        firstValueFrom(http.put('/api/users/1', { roles: ['viewer'] })),
        firstValueFrom(http.delete('/api/devices/1')),
      ]);
      refuse('/api/users/1');
      const first = asked();
      refuse('/api/devices/1');
      expect(asked()).toBe(first);
      first?.answer(true);
      await new Promise((resolve) => setTimeout(resolve));
      const again = server.expectOne('/api/users/1');
      expect([again.request.method, again.request.body]).toEqual(['PUT', { roles: ['viewer'] }]);
      expect(again.request.headers.get('X-Requested-By')).toBe('prima');
      again.flush('changed');
      server.expectOne('/api/devices/1').flush('removed');
      expect(await both).toEqual(['changed', 'removed']);
      expect(asked()).toBeNull();
    });

    it('asks for a file too, whose refusal comes as one', async () => {
      const url = '/api/broadcasts/1/results.xlsx';
      const file = firstValueFrom(http.get(url, { responseType: 'blob' }));
      // jsdom cannot read files.
      const text = () => Promise.resolve(JSON.stringify(stale));
      const body = Object.assign(new Blob(), { text });
      server.expectOne(url).flush(body, { status: 403, statusText: 'Forbidden' });
      await until(() => asked() !== null);
      asked()?.answer(true);
      await until(() => asked() === null);
      server.expectOne(url).flush(new Blob(['rows']));
      expect((await file).size).toBe(4);
    });

    it('gives the request up when the person does, and asks again the next time', async () => {
      for (let times = 0; times < 2; times++) {
        const answer = firstValueFrom(http.delete('/api/devices/1'));
        refuse('/api/devices/1');
        asked()?.answer(false);
        await expect(answer).rejects.toMatchObject({ code: 'AUTH.STEP_UP_REQUIRED' });
        expect(asked()).toBeNull();
      }
    });
  });
});
