/**
 * What Node runs for a program of the server: as built when the whole suite has built it, from its sources otherwise.
 * Compiled modules start in half the time.
 */
export const accordProgram = (name: 'main' | 'cli'): readonly string[] =>
  process.env.ACCORD_BUILT ? [`apps/api/dist/${name}.js`] : ['tools/run.mjs', `apps/api/src/${name}.ts`];
