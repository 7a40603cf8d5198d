import { beforeEach, describe, expect, it } from '@jest/globals';
import { HttpClient } from '@angular/common/http';
import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { provideApp } from '../../testing/provide-app.js';
import { problemBody } from '../../testing/views.js';
import { Language } from '../i18n/language.js';
import { SessionEnd } from '../session/session-end.js';
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
});
