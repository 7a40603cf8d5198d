/**
 * Tells zod not to try `new Function`, which Trusted Types refuse and the browser would report. Zod
 * asks while schemas are made, and the bundler is free to put schemas before the body of `main`; hence
 * a script of its own that runs first, and zod's global (`zod/v4/core/core.js`) instead of `z.config`.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
export {};
