import type { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { HttpTestingController } from '@angular/common/http/testing';
import { Language } from '../../../core/i18n/language.js';
import { Screen } from '../../../testing/screen.js';
import { waBroadcastTexts } from '../i18n/wa-broadcast-texts.js';

/** A component on its own, with its texts, and the fake server behind it. */
export interface Shown<T> {
  readonly component: T;
  readonly screen: Screen;
  readonly element: HTMLElement;
  readonly server: HttpTestingController;
  /** Gives the component another value of an input. */
  set(name: string, value: unknown): Promise<void>;
  /** Lets everything that is under way come to an end, then draws. */
  settle(): Promise<void>;
}

/** Draws `type` with `inputs`. Providers come from `TestBed.configureTestingModule`. */
export async function show<T>(type: Type<T>, inputs: Record<string, unknown>): Promise<Shown<T>> {
  await TestBed.inject(Language).addScope(waBroadcastTexts);
  const fixture = TestBed.createComponent(type);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  const settle = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    // Not whenStable(): that waits for answers which the test is yet to give.
    fixture.detectChanges();
  };
  await settle();
  const element = fixture.nativeElement as HTMLElement;
  return {
    component: fixture.componentInstance,
    screen: new Screen(element),
    element,
    server: TestBed.inject(HttpTestingController),
    set: async (name, value) => {
      fixture.componentRef.setInput(name, value);
      await settle();
    },
    settle,
  };
}
