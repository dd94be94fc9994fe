import { DomainError } from '@accord/domain';

/** The slug of a source, made of its name. @throws {DomainError} When no letter or digit is left. */
export function sourceSlug(name: string): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  if (!words) throw new DomainError('INVALID_NAME', 'The name of a source needs a letter or a digit.', ['sourceName']);
  return words.join('-').slice(0, 80).replace(/-$/, '');
}
