import { codegen } from '@graphql-codegen/core';
import * as typedDocuments from '@graphql-codegen/typed-document-node';
import * as operations from '@graphql-codegen/typescript-operations';
import { buildASTSchema, isEnumType, parse } from 'graphql';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const schemaFile = process.env.ACCORD_SCHEMA ?? join(here, '../api/schema.graphql');
const filename = join(here, 'src/generated/graphql.ts');

const documents = readdirSync(join(here, 'src'), { recursive: true })
  .filter((file) => file.endsWith('.graphql'))
  .sort()
  .map((file) => ({ location: file, document: parse(readFileSync(join(here, 'src', file), 'utf8')) }));

const schema = parse(readFileSync(schemaFile, 'utf8'));
const enums = Object.values(buildASTSchema(schema).getTypeMap()).filter(
  (type) => isEnumType(type) && !type.name.startsWith('__'),
);
const codes = enums.map(
  (type) =>
    `export const ${type.name}Codes = [${type
      .getValues()
      .map(({ name }) => `'${name}'`)
      .join(', ')}] as const;`,
);

const content = await codegen({
  filename,
  schema,
  documents,
  plugins: [{ operations: {} }, ...(documents.length > 0 ? [{ typedDocuments: {} }] : [])],
  pluginMap: { operations, typedDocuments },
  config: {
    documentMode: 'string',
    enumType: 'string-literal',
    useTypeImports: true,
    dedupeFragments: true,
    arrayInputCoercion: false,
    defaultScalarType: 'string',
    scalars: { ID: 'string', JSON: 'unknown' },
  },
});

// A module for each document, so that a page loads its own and not those of the whole product.
const [typesAndClass = '', ...made] = content.split(/^(?=export const \w+(?:FragmentDoc|Document) = new )/m);
const [types, textClass = ''] = typesAndClass.split(/^(?=export class TypedDocumentString)/m);
const operationsMade = made.filter((text) => !/^export const \w+FragmentDoc /.test(text));
const nameOf = (text) => text.slice('export const '.length, text.indexOf(' ='));

const note = '// Made by codegen.mjs from schema.graphql and the .graphql files beside the screens.\n';
const folder = join(here, 'src/generated');
mkdirSync(join(folder, 'documents'), { recursive: true });
write('text.ts', `import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';\n${textClass}`);
for (const text of operationsMade) {
  const used = [...new Set(text.match(/(?<=TypedDocumentString<)[^>]+(?=>;)/)?.[0].split(/,\s*/))];
  const imports = `import type { ${used.join(', ')} } from '../graphql';\nimport { TypedDocumentString } from '../text';\n`;
  // Sent as it is: white space is nothing to the server.
  const short = text.replace(/`[^`]*`/, (document) => document.replace(/\s+/g, ' '));
  write(`documents/${nameOf(text)}.ts`, imports + short);
}
const current = new Set(operationsMade.map((text) => `${nameOf(text)}.ts`));
for (const file of readdirSync(join(folder, 'documents')))
  if (!current.has(file)) rmSync(join(folder, 'documents', file));
const reexports = operationsMade.map(nameOf).map((name) => `export { ${name} } from './documents/${name}';`);
write('graphql.ts', [types, `export { TypedDocumentString } from './text';`, ...reexports, ...codes].join('\n'));

/** Only when it differs, so that a watching build does not start anew. */
function write(name, body) {
  const file = join(folder, name);
  const text = `${note}${body}\n`;
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
}
