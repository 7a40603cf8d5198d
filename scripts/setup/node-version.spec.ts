import { describe, expect, it } from '@jest/globals';
import { isNodeUsable } from './node-version.mjs';

describe('isNodeUsable', () => {
  it.each(['24.15.0', '24.21.0', '26.0.0', '28.1.2'])('takes Node %s', (version) => {
    expect(isNodeUsable(version)).toBe(true);
  });

  it.each(['20.20.2', '22.22.3', '24.14.9', '25.9.0'])('refuses Node %s', (version) => {
    expect(isNodeUsable(version)).toBe(false);
  });
});
