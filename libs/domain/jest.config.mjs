import preset from '../../jest.preset.mjs';

export default { ...preset, rootDir: 'src', setupFiles: ['<rootDir>/../../../jest.properties.mjs'] };
