import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type EnvironmentProviders, type Provider, type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import {
  type Routes,
  TitleStrategy,
  provideRouter,
  withComponentInputBinding,
} from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { apiInterceptor } from '../core/http/api-interceptor.js';
import { provideTexts } from '../core/i18n/provide-texts.js';
import { CurrentPage } from '../core/navigation/current-page.js';
import { Screen } from './screen.js';

/** The application's own set-up around a fake server; `routes` are the pages of the test. */
export function provideApp(routes: Routes): (Provider | EnvironmentProviders)[] {
  return [
    { provide: TitleStrategy, useExisting: CurrentPage },
    provideHttpClient(withInterceptors([apiInterceptor])),
    provideHttpClientTesting(),
    provideRouter(routes, withComponentInputBinding()),
    provideTexts(),
  ];
}

/** A page in a running application, and the fake server behind it. */
export interface VisitedPage {
  readonly harness: RouterTestingHarness;
  readonly screen: Screen;
  readonly server: HttpTestingController;
  /** Lets everything that is under way come to an end, then draws. */
  settle(): Promise<void>;
}

/** Opens `url` in the application that the test configured. `page` is what must stand there. */
export async function visit(url: string, page: Type<unknown>): Promise<VisitedPage> {
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl(url, page);
  return {
    harness,
    screen: new Screen(harness.fixture.nativeElement as HTMLElement),
    server: TestBed.inject(HttpTestingController),
    settle: async () => {
      await new Promise((resolve) => setTimeout(resolve));
      harness.detectChanges();
    },
  };
}
