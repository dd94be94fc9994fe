import { readFileSync } from 'node:fs';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

it('every divergence of the field has a test in libs/sla that names its number', () => {
  const { entries } = JSON.parse(read('vectors/sla/divergences.json')) as { entries: { id: string }[] };
  const named = [...read('../../libs/sla/src/divergences.spec.ts').matchAll(/^it\('(dv-\d+) /gm)].map(([, id]) => id);

  expect(named.sort()).toEqual(entries.map(({ id }) => id).sort());
  expect(entries).toHaveLength(34);
});
