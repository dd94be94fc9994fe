import { lintTexts } from '../../platform/lint-texts.js';

const BOUNDARY = '@nx(enforce-module-boundaries)';
const NOUN = 'eslint(no-restricted-imports)';

/** Where an import would stand, what it says, and the rule that refuses it; null where it is right. */
const IMPORTS: [folder: string, source: string, rule: string | null][] = [
  ['libs/sla/src', "import '@accord/domain';", BOUNDARY],
  ['libs/sla/src', "import '@nestjs/common';", BOUNDARY],
  ['libs/sla/src', "import 'decimal.js';", null],
  ['libs/domain/src', "import '@accord/api/entities.js';", BOUNDARY],
  ['libs/domain/src', "import 'typeorm';", BOUNDARY],
  ['libs/domain/src', "import 'react';", BOUNDARY],
  ['libs/domain/src', "import '@accord/sla';", null],
  ['apps/api/src', "import '@accord/domain';", null],
  ['apps/api/src', "import '../../web/src/main.js';", BOUNDARY],
  ['apps/web/src', "import '@accord/api/entities.js';", BOUNDARY],
  ['apps/web/src', "import '../../api/src/entities.js';", BOUNDARY],
  ['apps/web/src', "import '@accord/sla';", null],
  ['apps/web/src/ui', "import '../catalog/price.js';", NOUN],
  ['apps/api/src/platform', "import '../people/people.module.js';", NOUN],
  ['apps/api/src/platform/http', "import '../../people/people.module.js';", NOUN],
];

const refusals = await lintTexts(IMPORTS.map(([folder, source]) => [folder, `${source}\n`]));

it.each(IMPORTS.map((row, index) => [...row, index] as const))('%s: %s', (_folder, _source, rule, index) => {
  const direction = refusals[index]!.filter((refused) => refused === BOUNDARY || refused === NOUN);
  expect(direction).toEqual(rule ? [rule] : []);
});
