import { expect, it } from 'vitest';
import { slugOf } from './slug-of';

it.each([
  ['Mail & calendar', 'mail-calendar'],
  ['  Straße für Übung ', 'strasse-fur-ubung'],
  ['99.9 % availability', '99-9-availability'],
  ['—', ''],
  ['a'.repeat(79) + ' b', 'a'.repeat(79)],
])('suggests for "%s" the slug "%s"', (name, slug) => expect(slugOf(name)).toBe(slug));
