import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { VisiblePart } from './visible-part.js';

/** Like a browser's: tells where things stand once for each `observe`, and after that only when the share changes. */
class ScrolledObserver implements Partial<IntersectionObserver> {
  static top = 0;
  static observing = 0;

  constructor(private readonly tell: IntersectionObserverCallback) {}

  observe(): void {
    ScrolledObserver.observing += 1;
    const intersectionRect = { top: ScrolledObserver.top, height: 600 } as DOMRectReadOnly;
    const entry = { isIntersecting: true, intersectionRect } as IntersectionObserverEntry;
    this.tell([entry], this as unknown as IntersectionObserver);
  }

  unobserve(): void {
    ScrolledObserver.observing -= 1;
  }

  disconnect(): void {
    ScrolledObserver.observing = 0;
  }
}

describe('the part of a tall frame that is in sight', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    Object.assign(globalThis, { IntersectionObserver: ScrolledObserver });
    ScrolledObserver.top = 0;
  });
  afterEach(() => {
    jest.useRealTimers();
    Reflect.deleteProperty(globalThis, 'IntersectionObserver');
  });

  const top = () => document.documentElement.style.getPropertyValue('--prima-visible-top');

  it('is known also while the dashboard scrolls through its middle', () => {
    TestBed.inject(VisiblePart).watch();
    expect(top()).toBe('0px');
    ScrolledObserver.top = 900;
    jest.advanceTimersByTime(250);
    expect(top()).toBe('900px');
    ScrolledObserver.top = 1_500;
    jest.advanceTimersByTime(250);
    expect(top()).toBe('1500px');
    expect(ScrolledObserver.observing).toBe(1);
  });

  it('is not watched any more when the application has ended', () => {
    TestBed.inject(VisiblePart).watch();
    TestBed.resetTestingModule();
    ScrolledObserver.top = 900;
    jest.advanceTimersByTime(1_000);
    expect([top(), ScrolledObserver.observing]).toEqual(['0px', 0]);
  });
});
