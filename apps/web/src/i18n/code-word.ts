import { i18next } from './i18n';

/** The words for a machine code; an unknown code is shown readable rather than hidden: `NO_COMMITMENT` → `No commitment`. */
export function codeWord(group: string, code: string): string {
  const key = `${group}.${code}`;
  if (i18next.exists(key)) return String(i18next.t(key as never));
  const spaced = code
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[_.-]+/g, ' ')
    .toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
