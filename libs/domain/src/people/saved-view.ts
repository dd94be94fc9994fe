import { DomainError } from '../domain-error.js';

/** So many views may one person keep. */
export const MOST_VIEWS = 100;

/**
 * The address of a screen with its parameters, as it can be kept.
 *
 * @throws {DomainError} `WRONG_VIEW` when it leads out of Accord, or the name says nothing.
 */
export function assertSavedView({ name, path, search }: { name: string; path: string; search: string }): void {
  if (name.trim() === '') throw new DomainError('WRONG_VIEW', 'Give the view a name.', ['name']);
  // A second slash would be another server.
  if (!/^\/(?!\/)[\w./-]*$/.test(path)) throw new DomainError('WRONG_VIEW', 'This is no page of Accord.', ['path']);
  if (search !== '' && !search.startsWith('?'))
    throw new DomainError('WRONG_VIEW', 'Parameters begin with a question mark.', ['search']);
}

/** Whether the person keeps the view, and may rename, share and remove it. */
export const keepsView = (personId: string, view: { ownerId: string }): boolean => view.ownerId === personId;
