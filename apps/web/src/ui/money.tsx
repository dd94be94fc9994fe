import { formatMoney, type MoneyValue } from './format-money';

/** An amount of money, every digit of it. `exact` keeps the decimals of a unit price. */
export function Money({ value, exact }: { value: MoneyValue; exact?: boolean }) {
  return <span className="figures">{formatMoney(value, { exact })}</span>;
}
