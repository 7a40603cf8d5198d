import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { App } from './app.js';
import { provideApp } from './testing/provide-app.js';

const WARNING = 'Tanpa HTTPS: hanya untuk uji coba.';

describe('App', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({ providers: provideApp([]) });
  });
  afterEach(() => {
    Reflect.deleteProperty(window, 'isSecureContext');
  });

  it.each([
    ['warns where the browser holds the connection for unsafe', false],
    ['does not warn where the browser holds it for safe', true],
  ])('%s', async (_, isSecureContext) => {
    Object.defineProperty(window, 'isSecureContext', {
      value: isSecureContext,
      configurable: true,
    });
    const fixture = TestBed.createComponent(App);
    await fixture.whenStable();
    const shown = (fixture.nativeElement as HTMLElement).textContent.includes(WARNING);
    expect(shown).toBe(!isSecureContext);
  });
});
