/**
 * One line a step: the title while it runs, its duration behind it when done.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const started = performance.now();
  process.stdout.write(`${title} … `);
  try {
    const result = await work();
    process.stdout.write(`${seconds(performance.now() - started)}\n`);
    return result;
  } catch (error) {
    process.stdout.write('gagal\n');
    throw error;
  }
}

/**
 * A duration as Indonesian readers write it.
 * @param {number} milliseconds
 */
export function seconds(milliseconds) {
  const value = milliseconds / 1000;
  return `${value < 10 ? value.toFixed(1).replace('.', ',') : value.toFixed(0)} s`;
}
