/**
 * An ESLint rule of the house: whatever a file exports says in a docstring what it promises. A type
 * that shares its name with an exported schema (`export type DeviceView = z.infer<typeof
 * DeviceView>`) is documented there.
 * @type {import('eslint').Rule.RuleModule}
 */
export const exportedDocs = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: {
      missing:
        'Export "{{name}}" needs a docstring above it: what it promises, its units and errors',
    },
  },
  create(context) {
    const { sourceCode } = context;
    /** @type {Map<string, import('estree').Node[]>} */
    const exportsByName = new Map();

    return {
      ExportNamedDeclaration(node) {
        for (const name of namesIn(node.declaration)) {
          exportsByName.set(name, [...(exportsByName.get(name) ?? []), node]);
        }
      },
      'Program:exit'() {
        for (const [name, nodes] of exportsByName) {
          const [first] = nodes;
          if (!first || nodes.some((node) => hasDocstring(sourceCode.text, node))) continue;
          context.report({ node: first, messageId: 'missing', data: { name } });
        }
      },
    };
  },
};

/**
 * @param {any} declaration of an export; none for `export { x } from`
 * @returns {string[]}
 */
function namesIn(declaration) {
  if (!declaration) return [];
  if (declaration.type === 'VariableDeclaration') {
    return declaration.declarations.map((/** @type {any} */ one) => one.id.name ?? '');
  }
  return [declaration.id?.name ?? ''];
}

/**
 * @param {string} text of the file
 * @param {any} node an export
 */
function hasDocstring(text, node) {
  const decorators = node.declaration?.decorators ?? [];
  const start = Math.min(
    node.range[0],
    ...decorators.map((/** @type {any} */ one) => one.range[0]),
  );
  const before = text.slice(0, start).trimEnd();
  return before.endsWith('*/') && before.slice(before.lastIndexOf('/*')).startsWith('/**');
}
