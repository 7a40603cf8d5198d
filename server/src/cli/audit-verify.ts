import { verifyAuditOf } from '../modules/audit/index.js';
import type { AuditFinding, AuditVerdict } from '../modules/audit/index.js';
import { configOfProcess } from '../platform/config/config.js';
import { boxed } from '../platform/process/box.js';
import { runProgram } from '../platform/process/run-program.js';
import { StartupRefusal } from '../platform/process/startup-refusal.js';

/** Findings that are printed, at most: a torn book has thousands. */
const PRINTED = 50;

/** `<place>:<MAC>`, as this command prints it and the log has it. */
const NOTED = /^(\d{1,10}):([\da-f]{64})$/u;

/**
 * `npm run audit:verify [-- <place>:<MAC> …]`, also while the server runs: whether the audit is as it was
 * written. Exit code 0: it is; 1: it is not, and what is not is printed.
 */
async function verify(): Promise<void> {
  const noted = process.argv.slice(2).map((word) => {
    const [, seq, mac] = NOTED.exec(word) ?? [];
    if (seq === undefined || mac === undefined) {
      throw new StartupRefusal(['Pemakaian: npm run audit:verify [-- <nomor>:<MAC> …]']);
    }
    return { seq: Number(seq), mac };
  });
  const config = configOfProcess();
  const verdict = await verifyAuditOf(config, noted);
  process.stdout.write(boxed([...summaryOf(verdict), ...remarksOn(verdict, config.secretKey)]));
  const { findings } = verdict;
  if (findings.length === 0) return;
  throw new StartupRefusal([
    ...findings.slice(0, PRINTED).map(sentenceOf),
    ...(findings.length > PRINTED ? [`… dan ${String(findings.length - PRINTED)} lagi.`] : []),
    'Catatan audit TIDAK utuh. Simpan database dan log apa adanya, lalu bandingkan dengan cadangan.',
  ]);
}

function summaryOf({ entries, older, notes, end, findings }: AuditVerdict): string[] {
  return [
    findings.length === 0 ? 'Catatan audit utuh.' : 'Catatan audit TIDAK utuh.',
    `${String(entries)} entri berantai, ${String(older)} entri dari sebelum rantai, ${String(notes)} catatan ujung dibandingkan.`,
    ...(end === null
      ? []
      : ['', 'Ujung rantai (catat di tempat lain):', `${String(end.seq)}:${end.mac}`]),
  ];
}

function remarksOn({ isGuarded, restores }: AuditVerdict, secretKey: string | null): string[] {
  const remarks = restores.map(
    ({ at, lost }) =>
      `Database dipulihkan sebelum ${new Date(at).toISOString()}; ${String(lost)} entri yang pernah dicatat tidak ada lagi.`,
  );
  if (secretKey === null) {
    remarks.push('SECRET_KEY kosong: pemegang database dapat membuat rantai yang baru.');
  }
  if (!isGuarded) {
    remarks.push(
      'Database ini tidak menolak UPDATE dan DELETE pada audit: lihat docs/operations.md.',
    );
  }
  return remarks.length === 0 ? [] : ['', ...remarks];
}

function sentenceOf(finding: AuditFinding): string {
  switch (finding.kind) {
    case 'before-chain':
      return 'Entri dari sebelum rantai diubah, dihapus, atau ditambah.';
    case 'altered':
      return `Entri ${String(finding.seq)} (id ${String(finding.id)}) diubah.`;
    case 'removed':
      return finding.from === finding.to
        ? `Entri ${String(finding.from)} dihapus.`
        : `Entri ${String(finding.from)} sampai ${String(finding.to)} dihapus.`;
    case 'inserted':
      return `Entri id ${String(finding.id)} disisipkan: tidak ditulis oleh Prima.`;
    case 'reordered':
      return `Entri ${String(finding.seq)} (id ${String(finding.id)}) dipindahkan dari urutannya.`;
    case 'end':
      return finding.seq === null
        ? 'Ujung rantai diubah atau dihapus.'
        : `Ujung rantai diubah atau dihapus sebelum entri ${String(finding.seq)} ditulis.`;
    case 'noted':
      return `Entri ${String(finding.seq)} pernah dicatat${finding.at === 0 ? '' : ` pada ${new Date(finding.at).toISOString()}`}, sekarang tidak ada atau lain.`;
    case 'note':
      return `Baris ${String(finding.line)} di DATA_DIR/audit-ends.log bukan tulisan Prima.`;
  }
}

runProgram(verify);
