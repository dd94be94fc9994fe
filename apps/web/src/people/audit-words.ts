import type { AuditEntryFragment } from '../generated/graphql';
import { codeWord } from '../i18n/code-word';

export type Entry = AuditEntryFragment;

/** `service.published` → "Service published", from our words or, for a code they do not know, from the code itself. */
export const actionWords = (action: string) => codeWord('people.action', action.replaceAll('.', '_'));

export const subjectWords = (type: string) => codeWord('people.subject', type);

/** `ownerId` → "Owner id". */
export const fieldWords = (path: string) =>
  path
    .split('.')
    .map((part) => codeWord('people.field', part))
    .join(' › ');

/** The name of the thing that was changed: what it is called now, else what the entry holds. */
export function subjectName({ before, after, subjectName: now }: Entry): string | undefined {
  if (now) return now;
  const value = parsed(after) ?? parsed(before);
  if (!value || typeof value !== 'object') return undefined;
  const { name, fileName, slug, series, period, role, email, number } = value as Record<string, unknown>;
  const found = name ?? fileName ?? slug ?? series ?? period ?? role ?? email ?? number;
  return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
}

function parsed(json: string | null | undefined): unknown {
  return json ? (JSON.parse(json) as unknown) : null;
}

/** What changed, with names in place of ids. */
export function parsedWithNames(json: string | null | undefined, names: Entry['names']): unknown {
  if (!json) return null;
  return parsed(names.reduce((text, { id, name }) => text.replaceAll(`"${id}"`, JSON.stringify(name)), json));
}
