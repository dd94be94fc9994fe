/**
 * A figure with so many decimals, as the check of the vectors (`validate.py`) writes it: it makes a binary number of the
 * exact figure first, and a true half of that goes to the even digit. The library rounds halves of the exact figure up.
 *
 * @param figure 0 or more, unrounded.
 */
export function roundedByReference(figure: string, decimals: number): string {
  const binary = Number(figure);
  const digits = binary.toFixed(100); // every digit of it
  const kept = digits.slice(0, digits.length - 100 + decimals);
  const isHalf = /^50*$/.test(digits.slice(kept.length));
  return isHalf && Number(kept.at(-1)) % 2 === 0 ? kept : binary.toFixed(decimals);
}
