import nx from '@nx/eslint-plugin';
import a11y from 'eslint-plugin-jsx-a11y';
import hooks from 'eslint-plugin-react-hooks';
import typescript from 'typescript-eslint';

const NOUNS = ['people', 'catalog', 'orders', 'providers', 'agreements', 'performance', 'governance', 'rewards'];

/** Folders of one application that must not know its nouns. */
const withoutNouns = (reason) => [
  'error',
  { patterns: [{ regex: `^(\\.\\./)+(${NOUNS.join('|')})(/|$)`, message: reason }] },
];

/** Nothing that would tie a rule to a framework, a database or a screen. */
const FRAMEWORKS = [
  '@nestjs/*',
  'typeorm',
  'pg',
  'graphql',
  'express',
  'react',
  'react-dom',
  '@mantine/*',
  'class-validator',
];

export default typescript.config(
  { ignores: ['**/dist', '**/generated', '**/node_modules', '.data', '.nx', 'coverage'] },
  ...typescript.configs.recommended,
  {
    plugins: { '@nx': nx },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'off',
      'prefer-const': ['error', { destructuring: 'all' }],
    },
  },
  {
    // The direction sla <- domain <- api; the client knows the server only by its schema.
    files: ['apps/**/*.{ts,tsx}', 'libs/**/*.ts', 'test/**/*.ts'],
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          allow: [],
          banTransitiveDependencies: false,
          depConstraints: [
            { sourceTag: 'scope:sla', onlyDependOnLibsWithTags: ['scope:sla'], bannedExternalImports: FRAMEWORKS },
            {
              sourceTag: 'scope:domain',
              onlyDependOnLibsWithTags: ['scope:domain', 'scope:sla'],
              bannedExternalImports: FRAMEWORKS,
            },
            { sourceTag: 'scope:api', onlyDependOnLibsWithTags: ['scope:api', 'scope:domain', 'scope:sla'] },
            { sourceTag: 'scope:web', onlyDependOnLibsWithTags: ['scope:web', 'scope:domain', 'scope:sla'] },
            {
              sourceTag: 'scope:test',
              onlyDependOnLibsWithTags: ['scope:test', 'scope:api', 'scope:domain', 'scope:sla', 'scope:web'],
            },
          ],
        },
      ],
    },
  },
  {
    files: ['apps/api/src/platform/**/*.ts'],
    rules: { 'no-restricted-imports': withoutNouns('platform/ knows no noun.') },
  },
  {
    files: ['apps/web/src/ui/**/*.{ts,tsx}'],
    rules: { 'no-restricted-imports': withoutNouns('ui/ holds parts that know no noun.') },
  },
  {
    files: ['apps/web/src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks, 'jsx-a11y': a11y },
    rules: { ...hooks.configs.recommended.rules, ...a11y.configs.recommended.rules },
  },
  {
    // Vectors hold what their operation says, and rubbish has no type.
    files: ['test/conformance/**/*.ts', 'libs/sla/src/bad-promises.spec.ts'],
    rules: { '@typescript-eslint/no-explicit-any': 'off' },
  },
  {
    files: ['**/*.spec.ts', '**/*.spec.tsx'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name=/^(it|test|describe)$/][property.name='only']",
          message: 'Runs one test and hides the others.',
        },
      ],
    },
  },
);
