import { DomainError } from '../domain-error.js';
import { isOutsider, type Viewer } from './viewer.js';

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
  if (!isEncoded(search))
    throw new DomainError('WRONG_VIEW', 'Parameters are written as in an address, such as ?q=100%25.', ['search']);
}

/**
 * Whether the viewer shares views and finds those of others. Their names and parameters name whatever those people look
 * at, so that who comes from a provider has their own alone.
 */
export const sharesViews = (viewer: Viewer): boolean => !isOutsider(viewer);

/** @throws {DomainError} `FORBIDDEN` when the viewer would share a view and may not. */
export function assertSharesViews(viewer: Viewer, shared: boolean): void {
  if (shared && !sharesViews(viewer))
    throw new DomainError('FORBIDDEN', 'You keep views for yourself; only colleagues inside share them.', ['shared']);
}

/** Whether the person keeps the view, and may rename, share and remove it. */
export const keepsView = (personId: string, view: { ownerId: string }): boolean => view.ownerId === personId;

function isEncoded(search: string): boolean {
  try {
    decodeURIComponent(search);
    return true;
  } catch {
    return false;
  }
}
