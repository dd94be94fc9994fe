import { codegen } from '@graphql-codegen/core';
import * as typedDocuments from '@graphql-codegen/typed-document-node';
import * as operations from '@graphql-codegen/typescript-operations';
import { buildASTSchema, isEnumType, parse } from 'graphql';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
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
    scalars: { ID: 'string' },
  },
});

// Written only when it differs, so that a watching build does not start anew.
const text = `// Made by codegen.mjs from schema.graphql and the .graphql files beside the screens.\n${content}\n${codes.join('\n')}\n`;
mkdirSync(join(filename, '..'), { recursive: true });
if (!existsSync(filename) || readFileSync(filename, 'utf8') !== text) writeFileSync(filename, text);
