import { describe, expect, it } from '@jest/globals';
import { selects } from './selected-projects.mjs';

describe('selects', () => {
  it.each([
    ['', true],
    ['server/src/main.spec.ts -w 1', true],
    ['--selectProjects server e2e -w 1', true],
    ['-w 1 --selectProjects=e2e', true],
    ['--selectProjects server client', false],
    ['--selectProjects server -- e2e', false],
    ['--ignoreProjects e2e', false],
    ['--ignoreProjects client', true],
  ])('"%s" runs the browser walk: %s', (line, expected) => {
    expect(selects(line.split(' ').filter(Boolean), 'e2e')).toBe(expected);
  });
});
