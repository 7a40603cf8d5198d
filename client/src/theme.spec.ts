import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** WCAG 2.2, 1.4.3: text of normal size. */
const LEAST_CONTRAST = 4.5;
/** Material's azure surfaces that carry our texts, the farthest from white and black we use. */
const SURFACES = { light: ['#ffffff', '#e3e2e6'], dark: ['#121316', '#343538'] };

const source = readFileSync(join(import.meta.dirname, 'theme.scss'), 'utf8');
const tokens = new Map(
  [...source.matchAll(/--prima-([\w-]+): light-dark\((#\w+), (#\w+)\)/gu)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);

function luminance(hex: string): number {
  const long = hex.length === 4 ? hex.replace(/[^#]/gu, '$&$&') : hex;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(long.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const cases = ['green', 'blue', 'red', 'amber'].flatMap((tone) =>
  (['light', 'dark'] as const).map((scheme) => [tone, scheme] as const),
);

describe.each(cases)('%s in %s', (tone, scheme) => {
  const of = (name: string) => tokens.get(name)?.[scheme] ?? 'missing';

  it('carries readable text as a button', () => {
    expect(contrast(of(`on-${tone}`), of(tone))).toBeGreaterThanOrEqual(LEAST_CONTRAST);
  });

  it('is readable on its container', () => {
    expect(contrast(of(tone), of(`${tone}-container`))).toBeGreaterThanOrEqual(LEAST_CONTRAST);
  });

  it.each(SURFACES[scheme])('is readable as text on %s', (surface) => {
    expect(contrast(of(tone), surface)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
  });
});
