import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const dockerfile = read('docker/Dockerfile');
const compose = read('docker/compose.yaml');
const scripts = (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts;

const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1]!);

it('copies only what exists or is built', () => {
  const sources = all(dockerfile, /^COPY (?!--from)(.+) \S+$/gm).flatMap((line) => line.split(' '));
  const fromStages = all(dockerfile, /^COPY --from=\w+ \/accord\/(\S+) /gm).filter(
    (path) => !/(^|\/)(dist|node_modules)$/.test(path),
  );

  expect(sources.length).toBeGreaterThan(5);
  expect([...sources, ...fromStages].filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

it('builds and copies every project that the server consists of', () => {
  const built = all(dockerfile, /--from=build \/accord\/(\S+)\/dist/g);

  expect(built).toEqual(['libs/sla', 'libs/domain', 'apps/api', 'apps/web']);
  for (const project of built) expect(JSON.parse(read(`${project}/package.json`)).scripts.build).toBeDefined();
});

it('installs from every package of the workspace, as the lock file asks', () => {
  const packages = all(dockerfile, /^COPY (\S+\/package\.json) /gm);

  expect(packages.sort()).toEqual(
    ['apps/api', 'apps/web', 'libs/domain', 'libs/sla', 'test'].map((project) => `${project}/package.json`),
  );
});

it('runs only scripts that there are', () => {
  const named = all(`${dockerfile}\n${compose}\n${read('.ci/run')}`, /npm run ([\w:-]+)/g);

  expect(named).toContain('build');
  expect(named.filter((name) => !scripts[name])).toEqual([]);
  const files = Object.values(scripts).flatMap((script) => all(script, /(tools\/\S+\.mjs)/g));
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});

it('starts the source that becomes the entry, as an ordinary user, and watches its health', () => {
  expect(all(dockerfile, /^CMD \["node", "(.+)"\]$/gm)).toEqual(['apps/api/dist/main.js']);
  expect(existsSync(join(root, 'apps/api/src/main.ts'))).toBe(true);
  expect(dockerfile).toMatch(/^USER node$/m);
  expect(dockerfile).toMatch(/^HEALTHCHECK .*\n.*\/health\/ready/m);
});

it('composes the image with PostgreSQL 18, whose data outlives the container', () => {
  const [context] = all(compose, /context: (\S+)/g);
  const [file] = all(compose, /dockerfile: (\S+)/g);

  expect(existsSync(join(resolve(root, dirname('docker/compose.yaml'), context!), file!))).toBe(true);
  expect(compose).toContain('image: postgres:18');
  expect(compose).toContain('database:/var/lib/postgresql');
});
