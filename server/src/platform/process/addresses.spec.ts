import { describe, expect, it } from '@jest/globals';
import { addressesOf } from './addresses.js';
import { boxed } from './box.js';

describe('addressesOf', () => {
  it.each([
    [{ publicUrl: null, host: '127.0.0.1' }, ['http://127.0.0.1:3000']],
    [{ publicUrl: null, host: '::1' }, ['http://[::1]:3000']],
    [{ publicUrl: 'https://wa.example.org/', host: '0.0.0.0' }, ['https://wa.example.org']],
  ])('of %j', (config, addresses) => {
    expect(addressesOf(config, 3000)).toEqual(addresses);
  });

  it('begins with this machine when it listens everywhere', () => {
    expect(addressesOf({ publicUrl: null, host: '0.0.0.0' }, 3000)[0]).toBe(
      'http://127.0.0.1:3000',
    );
  });
});

describe('boxed', () => {
  it('frames lines to the longest', () => {
    expect(boxed(['a', 'long'])).toBe('┌──────┐\n│ a    │\n│ long │\n└──────┘\n');
  });
});
