import { lintTexts } from '../../platform/lint-texts.js';

const BOUNDARY = '@nx/enforce-module-boundaries';
const NOUN = 'no-restricted-imports';

/** Where an import would stand, what it says, and the rule that refuses it; null where it is right. */
const IMPORTS: [file: string, source: string, rule: string | null][] = [
  ['libs/sla/src/index.ts', "import '@accord/domain';", BOUNDARY],
  ['libs/sla/src/index.ts', "import '@nestjs/common';", BOUNDARY],
  ['libs/sla/src/index.ts', "import 'decimal.js';", null],
  ['libs/domain/src/index.ts', "import '@accord/api/entities.js';", BOUNDARY],
  ['libs/domain/src/index.ts', "import 'typeorm';", BOUNDARY],
  ['libs/domain/src/index.ts', "import 'react';", BOUNDARY],
  ['libs/domain/src/index.ts', "import '@accord/sla';", null],
  ['apps/api/src/main.ts', "import '@accord/domain';", null],
  ['apps/api/src/main.ts', "import '../../web/src/main.js';", BOUNDARY],
  ['apps/web/src/main.tsx', "import '@accord/api/entities.js';", BOUNDARY],
  ['apps/web/src/main.tsx', "import '../../api/src/entities.js';", BOUNDARY],
  ['apps/web/src/main.tsx', "import '@accord/sla';", null],
  ['apps/web/src/ui/money.tsx', "import '../catalog/price.js';", NOUN],
  ['apps/api/src/platform/config.ts', "import '../people/people.module.js';", NOUN],
  ['apps/api/src/platform/http/listen.ts', "import '../../people/people.module.js';", NOUN],
];

const refusals = await lintTexts(IMPORTS.map(([file, source]) => [file, `${source}\n`]));

it.each(IMPORTS.map((row, index) => [...row, index] as const))('%s: %s', (_file, _source, rule, index) => {
  const direction = refusals[index]!.filter((refused) => refused === BOUNDARY || refused === NOUN);
  expect(direction).toEqual(rule ? [rule] : []);
});
