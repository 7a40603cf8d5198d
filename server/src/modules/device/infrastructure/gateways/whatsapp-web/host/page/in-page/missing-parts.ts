/**
 * Runs in the page: which of these (`Module`, `Module.member.member`; `WWebJS` is the library) are not
 * there. A module that is missing is named alone.
 */
export function missingParts(required: readonly string[]): string[] {
  const page = globalThis as unknown as {
    require(name: string): unknown;
    readonly WWebJS?: unknown;
  };
  const missing = new Set<string>();
  for (const path of required) {
    const [module = '', ...members] = path.split('.');
    let part: unknown;
    try {
      part = module === 'WWebJS' ? page.WWebJS : page.require(module);
    } catch {
      part = undefined;
    }
    if (part === undefined || part === null) {
      missing.add(module);
      continue;
    }
    for (const member of members) part = (part as Record<string, unknown> | null)?.[member];
    if (part === undefined || part === null) missing.add(path);
  }
  return [...missing];
}
