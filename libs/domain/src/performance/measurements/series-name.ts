const LONGEST_NAME = 200;

/** Why a series cannot be called so; what a spreadsheet would run as a formula is no name. null = it can. */
export function nameFault(name: unknown): string | null {
  if (typeof name !== 'string' || name === '') return 'is not a name';
  if (name.trim() !== name) return 'begins or ends with a space';
  if (name.length > LONGEST_NAME) return `is longer than ${LONGEST_NAME} characters`;
  if (/^[=+\-@]/.test(name)) return 'begins with a sign that makes it a formula in a spreadsheet';
  return /\p{Cc}|\p{Cs}/u.test(name) ? 'has control characters' : null;
}
