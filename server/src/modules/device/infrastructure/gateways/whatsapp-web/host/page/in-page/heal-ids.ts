import type { WhatsappWindow } from '../page-types.js';

/**
 * Runs in the page: builds of 2026-07 carry the text of an id under `$1` (a name that a minifier chose)
 * where the library reads `_serialized`. Gives those ids the old name back, whatever the new one is.
 * Does nothing where the old name is there, and steps aside when it returns.
 * Needs `installRoom`. Answers what was healed.
 */
export function healIds(): string[] {
  const page = globalThis as unknown as WhatsappWindow;
  const wid = page.require('WAWebWidFactory').createWid('0@c.us');
  const key = page.primaRoom?.keyFor({ id: wid }, 'PRIMA0') ?? wid;
  const heal = (id: object, isText: (text: string) => boolean): boolean => {
    const fields = id as Record<string, unknown>;
    if (fields._serialized !== undefined) return false;
    const name = Object.keys(fields).find((field) => {
      const value = fields[field];
      return typeof value === 'string' && isText(value);
    });
    if (name === undefined) return false;
    Object.defineProperty(Object.getPrototypeOf(id), '_serialized', {
      configurable: true,
      get(this: Record<string, unknown>) {
        return this[name];
      },
      // The page writes the old name again: its own value counts from then on.
      set(this: object, value: unknown) {
        Object.defineProperty(this, '_serialized', { value, writable: true, enumerable: true });
      },
    });
    return true;
  };
  const healed: string[] = [];
  if (heal(wid, (text) => text === '0@c.us')) healed.push('Wid');
  if (heal(key, (text) => text.startsWith('true_') && text.includes('PRIMA0'))) {
    healed.push('MsgKey');
  }
  return healed;
}
