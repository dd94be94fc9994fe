import preset from '../jest.preset.mjs';

export default {
  ...preset,
  globalSetup: '<rootDir>/platform/global-setup.mjs',
  globalTeardown: '<rootDir>/platform/global-teardown.mjs',
  setupFiles: ['reflect-metadata'],
  testTimeout: 30_000,
};
