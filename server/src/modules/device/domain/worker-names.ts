/**
 * Workers as people see them: without what tells two starts of one apart, unless two that live share the name.
 *
 * @param workers names on the bus: `host.0123456789abcdef`
 */
export function shownNames(workers: readonly string[]): ReadonlyMap<string, string> {
  const short = workers.map((worker) => worker.replace(/\.[\da-f]+$/u, ''));
  return new Map(
    workers.map((worker, at) => {
      const name = short[at] ?? worker;
      return [worker, short.filter((other) => other === name).length > 1 ? worker : name];
    }),
  );
}
