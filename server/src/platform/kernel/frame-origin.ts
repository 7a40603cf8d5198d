const THIS_COMPUTER = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether an origin is not https, and not on this machine: anybody between could be the page. */
export function isInsecureOrigin(origin: string): boolean {
  if (!URL.canParse(origin)) return true;
  const { protocol, hostname } = new URL(origin);
  return protocol !== 'https:' && !THIS_COMPUTER.has(hostname);
}
