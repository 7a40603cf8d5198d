import { beforeEach, describe, expect, it } from '@jest/globals';
import { HttpTestingController } from '@angular/common/http/testing';
import { Component, type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { routes } from '../../app.routes.js';
import { Shell } from '../../shell/shell.js';
import { provideApp } from '../../testing/provide-app.js';
import { meView, problemBody } from '../../testing/views.js';
import { LiveStream } from './live-stream.js';

@Component({ template: '' })
class Blank {}

const GUARDS = routes.find(({ component }) => component === Shell);

describe('the live stream, while a page is loading', () => {
  let opened: number;
  let arrive: (page: Type<unknown>) => void;

  beforeEach(() => {
    opened = 0;
    const code = new Promise<Type<unknown>>((resolve) => (arrive = resolve));
    TestBed.configureTestingModule({
      providers: [
        { provide: LiveStream, useValue: { open: () => (opened += 1) } },
        provideApp([
          { path: 'login', component: Blank },
          {
            path: '',
            canActivate: GUARDS?.canActivate,
            canActivateChild: GUARDS?.canActivateChild,
            children: [{ path: 'audit', loadComponent: () => code }],
          },
        ]),
      ],
    });
  });

  const turn = () => new Promise((resolve) => setTimeout(resolve));
  const me = () => TestBed.inject(HttpTestingController).expectOne('/api/auth/me');

  it('is open before the code of the page is there', async () => {
    const navigation = TestBed.inject(Router).navigateByUrl('/audit');
    await turn();
    expect(opened).toBe(0);
    me().flush(meView());
    await turn();
    expect(opened).toBe(1);
    arrive(Blank);
    expect(await navigation).toBe(true);
  });

  it('is not opened for nobody', async () => {
    const navigation = TestBed.inject(Router).navigateByUrl('/audit');
    await turn();
    me().flush(problemBody(), { status: 401, statusText: 'x' });
    await navigation;
    expect([TestBed.inject(Router).url, opened]).toEqual(['/login?returnUrl=%2Faudit', 0]);
  });
});
