import { Decimal } from 'decimal.js';
import { inCurrencyDigits } from '../../currency.js';
import { creditParts } from '../../orders/charge-credit.js';
import { type ClaimState, isGivenUp, isOpenClaim } from './claim-moves.js';

/** What of an amount is owed for one commitment. */
export interface ClaimPart {
  readonly commitmentId: string;
  /** Below nothing where it is taken back. */
  readonly amount: string;
}

/** A claim that stands for a period; together they are what was asked for so far. */
export interface PostedClaim {
  readonly id: string;
  readonly state: ClaimState;
  readonly amount: string;
  readonly parts: readonly ClaimPart[];
}

/** `post`: a further claim, of a first credit or of the difference that a restatement makes. */
export type ClaimChange =
  | { readonly kind: 'post' | 'adjust'; readonly id?: string; readonly amount: string; readonly parts: ClaimPart[] }
  | { readonly kind: 'cancel'; readonly id: string };

/**
 * What has to change so that the claims of a period are what is owed. One that nobody agreed to yet is adjusted, or
 * cancelled when nothing is left of it; what was accepted or paid stays, and the difference is a further claim. What was
 * given up is not asked for again, and nothing more is taken back than was accepted.
 *
 * @param claims Of the period, at most one of them open.
 */
export function claimChanges(
  owed: { readonly amount: string; readonly parts: readonly ClaimPart[] },
  claims: readonly PostedClaim[],
  currency: string,
): ClaimChange[] {
  const standing = claims.filter(({ state }) => state !== 'cancelled');
  const open = standing.find(({ state }) => isOpenClaim(state));
  const settled = standing.filter((claim) => claim !== open);
  const accepted = settled.filter(({ state }) => !isGivenUp(state));
  const difference = new Decimal(owed.amount).minus(sumOf(settled));
  const money = (amount: Decimal) => inCurrencyDigits(amount, currency);
  if (difference.gt(0)) {
    const parts = partsOf(owed.parts, settled, currency);
    if (!open) return [{ kind: 'post', amount: money(difference), parts }];
    return difference.eq(open.amount) && areSame(parts, open.parts)
      ? []
      : [{ kind: 'adjust', id: open.id, amount: money(difference), parts }];
  }
  const cancelled: ClaimChange[] = open ? [{ kind: 'cancel', id: open.id }] : [];
  const back = Decimal.max(difference, sumOf(accepted).negated());
  if (back.gte(0)) return cancelled;
  const parts = back.eq(difference)
    ? partsOf(owed.parts, settled, currency)
    : shared(money(back), partsOf([], accepted, currency), currency);
  return [...cancelled, { kind: 'post', amount: money(back), parts }];
}

/** Whatever else a part carries, and however its amount is written. */
function areSame(parts: readonly ClaimPart[], others: readonly ClaimPart[]): boolean {
  const known = new Map(others.map(({ commitmentId, amount }) => [commitmentId, amount]));
  return (
    parts.length === known.size &&
    parts.every(({ commitmentId, amount }) => new Decimal(known.get(commitmentId) ?? NaN).eq(amount))
  );
}

/** What is owed for each commitment less what claims ask for already, by commitment. */
function partsOf(owed: readonly ClaimPart[], claims: readonly PostedClaim[], currency: string): ClaimPart[] {
  const sums = new Map<string, Decimal>();
  const add = ({ commitmentId, amount }: ClaimPart, sign: 1 | -1) =>
    sums.set(commitmentId, (sums.get(commitmentId) ?? new Decimal(0)).plus(new Decimal(amount).times(sign)));
  owed.forEach((part) => add(part, 1));
  claims.flatMap(({ parts }) => parts).forEach((part) => add(part, -1));
  return [...sums]
    .filter(([, amount]) => !amount.isZero())
    .map(([commitmentId, amount]) => ({ commitmentId, amount: inCurrencyDigits(amount, currency) }))
    .sort((a, b) => (a.commitmentId < b.commitmentId ? -1 : 1));
}

function shared(amount: string, parts: readonly ClaimPart[], currency: string): ClaimPart[] {
  const weights = parts.map(({ commitmentId, amount: part }) => ({
    key: commitmentId,
    amount: new Decimal(part).abs().toFixed(),
  }));
  return creditParts(amount, currency, weights).map(({ key, amount: part }) => ({ commitmentId: key, amount: part }));
}

const sumOf = (claims: readonly PostedClaim[]): Decimal =>
  claims.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0));
