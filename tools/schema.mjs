// npm run schema            writes apps/api/schema.graphql out of the code
// npm run schema -- --check fails when the committed file is not what the code makes
// npm run schema -- FILE    writes another file
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import './register.mjs';
import { root } from './root.mjs';

const { AppModule } = await import('../apps/api/src/app.module.ts');
const { readConfig } = await import('../apps/api/src/platform/config.ts');
const { createDataSource } = await import('../apps/api/src/platform/database/data-source.ts');
const { codeSchema, printCodeSchema } = await import('../apps/api/src/platform/graphql/code-schema.ts');

const committed = join(root, 'apps/api/schema.graphql');
const dataSource = createDataSource('postgres://unused/unused'); // Never connected.
const printed = printCodeSchema(await codeSchema(AppModule.with({ config: readConfig({}), dataSource })));

if (process.argv[2] !== '--check') {
  writeFileSync(process.argv[2] ? resolve(process.argv[2]) : committed, printed);
} else if (readFileSync(committed, 'utf8') !== printed) {
  console.error('apps/api/schema.graphql is not what the code makes: run `npm run schema` and read the difference.');
  process.exit(1);
}
process.exit(0);
