import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);

/** In a process of its own: ESLint and Nx load plugins in ways that a test runner's module registry does not know. */
const SCRIPT = `
  import { ESLint } from 'eslint';
  // Imports are refused by what they say: the rules that ask for types would read every program of the workspace.
  const untyped = { languageOptions: { parserOptions: { projectService: false } }, rules: {
    '@typescript-eslint/no-floating-promises': 'off',
    '@typescript-eslint/no-misused-promises': 'off',
    '@typescript-eslint/await-thenable': 'off',
  } };
  const eslint = new ESLint({ overrideConfig: [untyped] });
  const texts = JSON.parse(process.argv[1]);
  const rules = [];
  for (const [filePath, text] of texts) {
    const [{ messages }] = await eslint.lintText(text, { filePath });
    const broken = messages.find(({ fatal }) => fatal);
    if (broken) throw new Error(filePath + ': ' + broken.message);
    rules.push(messages.map(({ ruleId }) => ruleId));
  }
  console.log(JSON.stringify(rules));
`;

/**
 * What lint would say if files had other contents.
 *
 * @returns For each file, the names of the rules that its text breaks.
 */
export async function lintTexts(texts: [file: string, source: string][]): Promise<string[][]> {
  const options = { cwd: root, env: { ...process.env, NX_DAEMON: 'false' } };
  // Without a project graph the rule of Nx says nothing at all.
  await run(process.execPath, ['node_modules/nx/dist/bin/nx.js', 'show', 'projects'], options);
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', SCRIPT, JSON.stringify(texts)], options);
  return JSON.parse(stdout.trim().split('\n').at(-1)!);
}
