import { z } from 'zod';

/** What stands before the decimals of numbers. With a comma, points may part the thousands: `1.234,5`. */
export const decimalMark = z.enum(['point', 'comma']).optional();
export type DecimalMark = z.output<typeof decimalMark>;

const WITH_COMMA = /^(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/;

/** Whether it is a number, 0 or more, that is written so: `98.5` is none. */
export const isWithComma = (text: string): boolean => WITH_COMMA.test(text);

/**
 * A cell as programs write it, `1234.5` in place of `1.234,5`: one number, several parted by blanks, or pairs such as
 * `100,5:20 +Inf:25`.
 *
 * @returns null where it holds what is no number with a decimal comma.
 */
export function withDecimalPoint(cell: string): string | null {
  const pieces = cell.split(/([\s:]+)/);
  if (!pieces.every((piece, i) => i % 2 === 1 || piece === '' || piece === '+Inf' || isWithComma(piece))) return null;
  return pieces.map((piece) => piece.replaceAll('.', '').replace(',', '.')).join('');
}

export const NO_DECIMAL_COMMA = 'is not a number with a decimal comma, such as 1.234,5';
