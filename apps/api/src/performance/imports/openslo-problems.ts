import { type OpenSloFile, openSloTerms, type OpenSloTerms } from '@accord/domain';
import type { RowProblem } from './sort-records.js';

/** What of a file is kept without being judged by, or judged otherwise, by document and field. */
export function differencesIn(file: OpenSloFile, { entries }: OpenSloTerms = openSloTerms(file)): RowProblem[] {
  return entries.flatMap(({ differences }, i) => {
    const { kind, name } = file.documents[i]!;
    return differences.map(({ path, line, value, reason }) => ({
      line,
      column: [`${kind} ${name}`, written(path)].filter(Boolean).join(': '),
      value,
      reason,
    }));
  });
}

/** spec, objectives, 0, target → spec.objectives[0].target */
const written = (path: readonly (string | number)[]): string =>
  path.map((key, i) => (typeof key === 'number' ? `[${key}]` : i === 0 ? key : `.${key}`)).join('');
