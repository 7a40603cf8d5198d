/**
 * Lets Node run an entry file of the server straight from its TypeScript source, for tests that fork
 * one: `.js` in a relative import means the `.ts` beside it, as the compiler has it, and what
 * `libs` hold is taken from its source. Node itself strips the types. Use with `--import`.
 */
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const LIBS = new URL('../../libs/', import.meta.url);

registerHooks({
  resolve(specifier, context, nextResolve) {
    const [, library, file] = /^#(contracts|message)\/(.+)\.js$/.exec(specifier) ?? [];
    if (library) return nextResolve(new URL(`${library}/src/${file}.ts`, LIBS).href, context);
    if (specifier.startsWith('.') && specifier.endsWith('.js')) {
      const source = new URL(`${specifier.slice(0, -3)}.ts`, context.parentURL);
      if (existsSync(fileURLToPath(source))) return nextResolve(source.href, context);
    }
    return nextResolve(specifier, context);
  },
});
