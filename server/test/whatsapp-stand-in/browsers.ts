import { findChromium } from '../../../scripts/chromium.mjs';

/**
 * Browsers to test with: the machine's, and last the one that npm brings, which starts faster. They are
 * the same where there is no other.
 */
export function browsers(): string[] {
  const first = findChromium();
  const { CHROMIUM_FORCE } = process.env;
  process.env.CHROMIUM_FORCE = 'bundled';
  const bundled = process.platform === 'linux' && process.arch === 'x64' ? findChromium() : first;
  if (CHROMIUM_FORCE === undefined) delete process.env.CHROMIUM_FORCE;
  else process.env.CHROMIUM_FORCE = CHROMIUM_FORCE;
  return [...new Set([first, bundled])];
}
