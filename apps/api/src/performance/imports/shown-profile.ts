import type { ImportProfile } from './import-profile.type.js';
import type { KnownProfile } from './import-profiles.js';

/** A profile as the API shows it. */
export function shownProfile({ id, slug, name, definition, builtIn }: KnownProfile): ImportProfile {
  return { id, slug, name, kind: definition.kind, builtIn, definition: JSON.stringify(definition, null, 2) };
}
