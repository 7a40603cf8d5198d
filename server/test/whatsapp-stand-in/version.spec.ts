import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { LIBRARY_VERSION } from './behaviour.js';

it('the stand-in plays for the version of whatsapp-web.js that is installed', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const advice = "read the library's diff, then raise this";
  expect({ version: dependencies['whatsapp-web.js'], advice }).toEqual({
    version: LIBRARY_VERSION,
    advice,
  });
});
