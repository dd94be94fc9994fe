import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** How every project runs its tests: TypeScript sources as ES modules, no build step. */
export default {
  testRunner: here('tools/jest-runner.mjs'),
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {},
  setupFilesAfterEnv: [here('jest.properties.mjs')],
  testMatch: ['<rootDir>/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
};
