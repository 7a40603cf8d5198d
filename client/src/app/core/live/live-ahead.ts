import { inject } from '@angular/core';
import type { CanActivateChildFn } from '@angular/router';
import { LiveStream } from './live-stream.js';

/**
 * Opens the live stream while the code of the page is still on its way: what a page reads before the stream
 * is complete has to be read a second time.
 */
export const liveAhead: CanActivateChildFn = () => {
  inject(LiveStream).open();
  return true;
};
