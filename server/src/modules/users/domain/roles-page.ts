import { permissionTexts, roleTexts } from '#contracts/role-texts.js';
import { Permission, Role } from '#contracts/user.contract.js';
import { permissionsOf } from './roles.js';

const YES = '✓';
const NO = '–';

/** docs/roles.md: the table of roles as people read it. Written by `npm run roles`, compared by a test. */
export function rolesPage(): string {
  const roles = Role.options;
  const heads = roles.map((role) => `${roleTexts[role].name.id} (\`${role}\`)`);
  const table = Permission.options.map((permission) => {
    const marks = roles.map((role) => (permissionsOf([role]).has(permission) ? YES : NO));
    return [`${permissionTexts[permission].en} (\`${permission}\`)`, ...marks];
  });
  const uses = roles.map(
    (role) =>
      `- **${roleTexts[role].name.id}** (${roleTexts[role].name.en}): ${roleTexts[role].use.en}`,
  );
  return `# Roles

A person holds one or more roles and may do what any of them allows, on the devices that an administrator gave
them: chosen ones, or every one. An administrator uses every device. What belongs to another device does not exist
for a person: lists and counters leave it out, and its address answers 404.

${uses.join('\n')}

${row(['may', ...heads])}
${row(['---', ...roles.map(() => ':-:')])}
${table.map(row).join('\n')}

A recipients' list or a file that no message has yet is there for the person who uploaded it alone, and for
administrators. A person may give only roles whose every permission they hold, and the last administrator cannot be
removed. Changes act at the next request; open pages learn of them at once.

Hapus Koneksi, changing people, settings or embedding, files with whole numbers, and the export or erasure of a person's data ask
for the password again (and for a code, where two-step verification is on) when it was typed more than 10 minutes ago. In
OpenAPI these routes carry \`x-fresh-proof\`. Where Pengaturan requires two-step verification, **Pemeriksa** and
**Administrator** can do nothing else before they have switched it on.

This page is written from the code (\`npm run roles\`); a test calls every route in every role and compares.
`;
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
