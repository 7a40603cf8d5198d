const { resolve } = require('node:path');

/**
 * How dependency-cruiser finds sources: package.json's `imports` lead to the built files, which may
 * not exist yet and would hide the arrows into libs/.
 */
module.exports = {
  resolve: {
    alias: {
      '#contracts': resolve('libs/contracts/src'),
      '#message': resolve('libs/message/src'),
    },
    extensionAlias: { '.js': ['.ts', '.js'] },
  },
};
