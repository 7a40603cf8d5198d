/**
 * npm runs no script of a dependency here (`ignore-scripts`). Those that have one are named in `allowScripts` of
 * package.json nevertheless, each with `false`: a new one is a decision that a person takes and a reviewer sees.
 *
 * @param {readonly { name: string, hasInstallScript: boolean }[]} packages
 * @param {Readonly<Record<string, boolean>>} decided `allowScripts` of package.json
 * @returns {string[]} a sentence for each package without a decision, each decision without a package, and
 * each script that is allowed to run
 */
export function undecidedScripts(packages, decided) {
  const present = new Set(
    packages.filter((entry) => entry.hasInstallScript).map(({ name }) => name),
  );
  const missing = [...present].filter((name) => !Object.hasOwn(decided, name));
  const stale = Object.keys(decided).filter((name) => !present.has(name));
  const running = Object.keys(decided).filter((name) => decided[name] !== false);
  return [
    ...missing.map(
      (name) => `${name}: punya skrip pemasangan; putuskan di allowScripts (package.json)`,
    ),
    ...stale.map((name) => `${name}: tidak punya skrip pemasangan lagi; hapus dari allowScripts`),
    ...running.map((name) => `${name}: skrip pemasangan tidak boleh jalan, lihat CONTRIBUTING.md`),
  ];
}
