import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);

/** What makes a folder a workspace to the linter and to Nx. */
const WORKSPACE = ['.oxlintrc.jsonc', 'nx.json', 'package.json', 'package-lock.json', 'tsconfig.base.json'];
const PROJECTS = ['apps/api', 'apps/web', 'libs/domain', 'libs/sla', 'test'];

/** What an import of another project leads to. */
const TARGETS = ['apps/api/src/main.ts', 'apps/web/src/main.tsx', 'libs/domain/src/index.ts', 'libs/sla/src/index.ts'];

/**
 * What lint would say if folders held files with these texts: in a workspace of the same shape that holds nothing else.
 *
 * @returns For each text, the names of the rules that it breaks.
 */
export async function lintTexts(texts: [folder: string, text: string][]): Promise<string[][]> {
  const workspace = await mkdtemp(join(tmpdir(), 'accord-lint-'));
  try {
    const put = async (file: string, text: string) => {
      await mkdir(dirname(join(workspace, file)), { recursive: true });
      await writeFile(join(workspace, file), text);
    };
    for (const file of [...WORKSPACE, ...PROJECTS.map((project) => `${project}/package.json`)])
      await cp(join(root, file), join(workspace, file));
    for (const file of TARGETS) await put(file, 'export {};\n');
    for (const [i, [folder, text]] of texts.entries()) await put(`${folder}/text-${i}.ts`, text);
    await linkPackages(workspace);
    const refused = await refusalsIn(workspace);
    return texts.map(([folder], i) => refused.get(`${folder}/text-${i}.ts`) ?? []);
  } finally {
    await rm(workspace, { recursive: true });
  }
}

/** The packages of this workspace, with its own projects instead of ours. */
async function linkPackages(workspace: string): Promise<void> {
  const [ours, theirs] = [join(root, 'node_modules'), join(workspace, 'node_modules')];
  await mkdir(join(theirs, '@accord'), { recursive: true });
  for (const name of await readdir(ours)) if (name !== '@accord') await symlink(join(ours, name), join(theirs, name));
  for (const project of PROJECTS) await symlink(join(workspace, project), join(theirs, '@accord', basename(project)));
}

/** @returns The names of the rules that are broken, by file. */
async function refusalsIn(workspace: string): Promise<Map<string, string[]>> {
  const options = { cwd: workspace, env: { ...process.env, NX_DAEMON: 'false' } };
  // Without a project graph the rule of Nx says nothing at all.
  await run('node_modules/.bin/nx', ['show', 'projects'], options);
  // It ends with 1 where it has found something.
  const { stdout } = await run('node_modules/.bin/oxlint', ['--format', 'json', '.'], options).catch(
    (ended: { stdout: string }) => ended,
  );
  const { diagnostics }: { diagnostics: { filename: string; code: string }[] } = JSON.parse(stdout);
  const refused = new Map<string, string[]>();
  for (const { filename, code } of diagnostics) refused.set(filename, [...(refused.get(filename) ?? []), code]);
  return refused;
}
