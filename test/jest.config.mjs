import preset from '../jest.preset.mjs';

export default {
  ...preset,
  globalSetup: '<rootDir>/platform/global-setup.mjs',
  globalTeardown: '<rootDir>/platform/global-teardown.mjs',
  testTimeout: 60_000,
};
