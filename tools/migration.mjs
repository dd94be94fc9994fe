// npm run migration -- NAME    writes the migration that turns the migrated schema into what the entities describe;
//                              read it and trim it by hand before it is committed
// npm run migration -- --check fails when entities and migrations differ
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import './register.mjs';
import { root } from './root.mjs';

const { onMigratedDatabase } = await import('../test/platform/migrated-database.ts');
const { schemaDrift } = await import('../apps/api/src/platform/database/drift.ts');

const name = process.argv[2];
if (name !== '--check' && !/^[a-z][a-z0-9-]+$/.test(name ?? '')) {
  console.error('Name it in kebab case: npm run migration -- what-it-does');
  process.exit(1);
}

const drift = await onMigratedDatabase(schemaDrift);
if (drift.up.length === 0) {
  console.log('Entities and migrations agree; there is nothing to migrate.');
  process.exit(0);
}
if (name === '--check') {
  console.error(`Entities and migrations differ. What brings the tables to the entities:\n${drift.up.join(';\n')}`);
  process.exit(1);
}

const folder = join(root, 'apps/api/src/platform/database/migrations');
const stamp = Date.now();
const className = `${name.replace(/(^|-)([a-z0-9])/g, (_, __, letter) => letter.toUpperCase())}${stamp}`;
const statements = (queries) => queries.map((query) => `    await runner.query(\`${query}\`);`).join('\n');
writeFileSync(
  join(folder, `${stamp}-${name}.ts`),
  `import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ${className} implements MigrationInterface {
  name = '${className}';

  async up(runner: QueryRunner): Promise<void> {
${statements(drift.up)}
  }

  async down(runner: QueryRunner): Promise<void> {
${statements(drift.down)}
  }
}
`,
);
const list = join(folder, 'index.ts');
const listed = readFileSync(list, 'utf8')
  .replace(/\n\n\/\*\*/, `\nimport { ${className} } from './${stamp}-${name}.js';\n\n/**`)
  .replace(/,?\s*\];/, `, ${className}];`);
writeFileSync(list, listed);
console.log(`Wrote apps/api/src/platform/database/migrations/${stamp}-${name}.ts; read and trim it.`);
process.exit(0);
