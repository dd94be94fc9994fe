import { DomainError, nameFault } from '@accord/domain';

/**
 * The name of a source, as it is kept; the rule is that of the names of series.
 *
 * @throws {DomainError} `INVALID_NAME`
 */
export function nameOfSource(text: string, field = 'sourceName'): string {
  const name = text.trim();
  const fault = nameFault(name);
  if (fault) throw new DomainError('INVALID_NAME', `The name of the source ${fault}.`, [field]);
  return name;
}

/** The slug of a source, made of its name. @throws {DomainError} When no letter or digit is left. */
export function sourceSlug(name: string): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  if (!words) throw new DomainError('INVALID_NAME', 'The name of a source needs a letter or a digit.', ['sourceName']);
  return words.join('-');
}
