import { moneyInWords } from '../currency.js';
import { chargesSuspended, type PlanPrices } from './price-list.js';
import type { PriceComponent } from './price.js';

/** What prices say, for a sentence: "25.00 EUR once, 4.20 EUR per mailbox and month". */
export function pricesInWords(prices: readonly PriceComponent[], currency: string): string {
  return prices.length === 0 ? 'free of charge' : prices.map((price) => priceInWords(price, currency)).join(', ');
}

/** What a plan charges, for a sentence: "31.00 EUR per month, suspended days too". */
export function chargesInWords(charges: PlanPrices, currency: string): string {
  return `${pricesInWords(charges.prices, currency)}${chargesSuspended(charges) ? ', suspended days too' : ''}`;
}

/** "4.20 EUR per mailbox and month"; of tiers the first and how many there are. */
export function priceInWords({ amount, per, unitName, tiers }: PriceComponent, currency: string): string {
  const counted = [unitName, per].filter((word) => word !== null && word !== undefined).join(' and ');
  const steps = tiers && tiers.length > 1 ? ` in ${tiers.length} tiers` : '';
  return `${moneyInWords(amount, currency)}${counted ? ` per ${counted}` : ' once'}${steps}`;
}
