import { Decimal } from 'decimal.js';

/** Decimals that stay exact: twelve decimals of a price times any quantity, summed. Only a division may round, at the end. */
export const Exact = Decimal.clone({ precision: 80, toExpNeg: -1000, toExpPos: 1000 });
