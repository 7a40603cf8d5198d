/** How long codes are shown until a person must ask again, in milliseconds: five minutes, see `EngineTiming`. */
const PAIRING_MS = 300_000;

/**
 * Environment of a product whose five minutes for a scan are over after `milliseconds`: Node is given a
 * timer that does so before the product loads. The product itself has no setting for it.
 */
export function codesExpireAfter(milliseconds: number): Readonly<Record<string, string>> {
  const code = `
    const real = globalThis.setTimeout;
    const hurried = (call, wait, ...rest) => real(call, wait === ${String(PAIRING_MS)} ? ${String(milliseconds)} : wait, ...rest);
    globalThis.setTimeout = Object.defineProperties(hurried, Object.getOwnPropertyDescriptors(real));`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` };
}
