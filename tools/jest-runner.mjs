// How Jest runs a test file here: in the worker's own world, by Node's own loader.
// Jest's way gives every file a world of its own, which loads Nest, TypeORM and GraphQL again: most of the time of a story.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import './register.mjs';

const require = createRequire(import.meta.url);
const hooks = require('node:async_hooks');
const { default: circus } = require('jest-circus/runner');
const EVENT_HANDLERS = Symbol.for('EVENT_HANDLERS');

/**
 * Which test is running, as circus asks for it: the tests of a file run one after the other. Node's own storage follows
 * each promise, which makes every `await` four times as dear, and every file would leave one more of them behind.
 */
class OneTestAtATime {
  #test;

  getStore() {
    return this.#test;
  }

  async run(test, work) {
    const outer = this.#test;
    this.#test = test;
    try {
      return await work();
    } finally {
      this.#test = outer;
    }
  }
}

/** What Jest's runner asks of a world of modules. */
const world = {
  unstable_shouldLoadAsEsm: () => true,
  unstable_importModule: (path) => import(pathToFileURL(path).href),
  requireModule: require,
  requireInternalModule: (path) => {
    // Its state, such as the tests that were found, is that of one file.
    delete globalThis[EVENT_HANDLERS];
    delete require.cache[path];
    const { AsyncLocalStorage } = hooks;
    hooks.AsyncLocalStorage = OneTestAtATime;
    try {
      return require(path);
    } finally {
      hooks.AsyncLocalStorage = AsyncLocalStorage;
    }
  },
  setGlobalsForRuntime: () => {},
  enterTestCode: () => {},
  leaveTestCode: () => {},
};

export default function run(globalConfig, config, environment, _runtime, path, send) {
  globalThis.console = environment.global.console;
  // Node knows the places in the sources; Jest's own formatter of stacks does not know modules of Node.
  process.setSourceMapsEnabled(true);
  Error.prepareStackTrace = undefined;
  return circus(globalConfig, config, { global: globalThis }, world, path, send);
}
