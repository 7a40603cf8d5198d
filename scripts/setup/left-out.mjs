/**
 * @typedef {{ status: string, title: string, ancestorTitles: readonly string[] }} Test
 * @typedef {{ testResults: readonly { name: string, assertionResults: readonly Test[] }[] }} JestResult
 */

/**
 * Suites of which a run left out tests, with how many: those whose server is not there say so in their title.
 *
 * @param {JestResult} result
 * @param {string} root folder of the project
 * @returns {string[]} one line for each
 */
export function leftOut({ testResults }, root) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { name, assertionResults } of testResults) {
    const path = name.slice(root.length + 1).replaceAll('\\', '/');
    for (const { status, title, ancestorTitles } of assertionResults) {
      if (status !== 'pending') continue;
      const suite = `${path}: ${ancestorTitles[0] ?? title}`;
      counts.set(suite, (counts.get(suite) ?? 0) + 1);
    }
  }
  return [...counts].map(([suite, count]) => `${suite}, ${count} uji`).sort();
}
