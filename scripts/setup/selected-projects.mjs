/**
 * Whether a Jest command line runs a project, by `--selectProjects a b` and `--ignoreProjects a b`.
 * @param {readonly string[]} args
 * @param {string} project its displayName in jest.config.mjs
 */
export function selects(args, project) {
  const selected = valuesOf(args, '--selectProjects');
  const ignored = valuesOf(args, '--ignoreProjects');
  return (selected.length === 0 || selected.includes(project)) && !ignored.includes(project);
}

/**
 * @param {readonly string[]} args
 * @param {string} option
 * @returns {string[]} its values, in either spelling: `--option a b` or `--option=a`
 */
function valuesOf(args, option) {
  const inline = args
    .filter((arg) => arg.startsWith(`${option}=`))
    .map((arg) => arg.slice(option.length + 1));
  const at = args.indexOf(option);
  if (at < 0) return inline;
  const rest = args.slice(at + 1);
  const end = rest.findIndex((arg) => arg.startsWith('-'));
  return [...inline, ...(end < 0 ? rest : rest.slice(0, end))];
}
