import { isCountry } from '@accord/domain';

const names = new Intl.DisplayNames('en', { type: 'region' });
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** `DE` → "Germany". */
export function countryName(code: string | null | undefined): string | undefined {
  return code ? (names.of(code) ?? code) : undefined;
}

/** Every country that the rules know, by name. */
export const countryOptions = letters
  .flatMap((first) => letters.map((second) => first + second))
  .filter(isCountry)
  .map((value) => ({ value, label: names.of(value) ?? value }))
  .sort((a, b) => a.label.localeCompare(b.label));
