import type { EmbedHostView } from '#contracts/embed.contract.js';

/** What is filled in at the head of `docs/embed/wa.php`, for this installation and this dashboard. */
export function phpSnippet(address: string, host: EmbedHostView): string {
  const key = host.keys.filter(({ retiredAt }) => retiredAt === null).at(-1);
  return [
    `const MODULE = ${quoted(address)};`,
    `const ISSUER = ${quoted(host.issuer)};`,
    `const KID = ${quoted(key?.kid ?? '')};`,
    "define('SECRET', getenv('WA_EMBED_SECRET'));",
    '',
    '<iframe name="wa" title="WhatsApp Broadcast" allow="clipboard-write"',
    '        sandbox="allow-scripts allow-same-origin allow-forms allow-downloads"></iframe>',
    `<form id="open" method="post" target="wa" action="${address}/embed/session">`,
    '  <input type="hidden" name="token" value="<?= htmlspecialchars(token($person)) ?>">',
    '</form>',
    "<script>document.getElementById('open').submit()</script>",
  ].join('\n');
}

const quoted = (text: string): string =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
