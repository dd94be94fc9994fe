import { Decimal } from 'decimal.js';
import { inCurrencyDigits } from '../../currency.js';

export const EXPOSURE_GROUPS = ['month', 'service', 'provider', 'total'] as const;
export type ExposureGroup = (typeof EXPOSURE_GROUPS)[number];

/** A credit, or what of it counts after grouping and caps. */
export interface ExposedCredit {
  /** We owe it to customers; otherwise a provider owes it to us. */
  readonly isOwed: boolean;
  /** Of a period that is missed but not closed: it may still turn out otherwise. */
  readonly isAtRisk: boolean;
  /** Paid, set off, on a closed bill or credited by hand. */
  readonly isCredited: boolean;
  /** Below nothing where it is taken back. */
  readonly amount: string;
  readonly currency: string;
  /** In which the period ends. */
  readonly month: string;
  readonly serviceId: string;
  readonly providerId: string | null;
}

/** Credits of one month, service or provider in one currency. Amounts with its decimals. */
export interface CreditExposure<Credit extends ExposedCredit = ExposedCredit> {
  /** The month, or the id of the service or provider; null = delivered by no provider, or of the total. */
  readonly key: string | null;
  readonly currency: string;
  readonly owed: string;
  readonly recoverable: string;
  /** Owed less recoverable: what is left to us; below nothing where more comes back than goes out. */
  readonly left: string;
  /** Of `owed`: what is not credited yet. */
  readonly owedOutstanding: string;
  /** Of `recoverable`: what is not credited yet. */
  readonly recoverableOutstanding: string;
  readonly owedAtRisk: string;
  readonly recoverableAtRisk: string;
  /** What it is made of, the largest first. */
  readonly credits: readonly Credit[];
}

/** What we owe customers less what providers owe us. Amounts of different currencies are never added. */
export function exposureBy<Credit extends ExposedCredit>(
  group: ExposureGroup,
  credits: readonly Credit[],
): CreditExposure<Credit>[] {
  const groups = new Map<string, Credit[]>();
  for (const credit of credits) {
    const key = JSON.stringify([credit.currency, keyOf(group, credit)]);
    groups.set(key, [...(groups.get(key) ?? []), credit]);
  }
  const rows = [...groups.values()].map((own) => summed(keyOf(group, own[0]!), own));
  return rows.sort(
    (a, b) =>
      (a.currency < b.currency ? -1 : a.currency > b.currency ? 1 : 0) ||
      (group === 'month' ? (a.key! < b.key! ? 1 : -1) : new Decimal(b.left).comparedTo(a.left)),
  );
}

function keyOf(group: ExposureGroup, { month, serviceId, providerId }: ExposedCredit): string | null {
  return { month, service: serviceId, provider: providerId, total: null }[group];
}

function summed<Credit extends ExposedCredit>(key: string | null, credits: readonly Credit[]): CreditExposure<Credit> {
  const { currency } = credits[0]!;
  const sum = (isOwed: boolean, isAtRisk: boolean, of = credits) =>
    of
      .filter((credit) => credit.isOwed === isOwed && credit.isAtRisk === isAtRisk)
      .reduce((all, { amount }) => all.plus(amount), new Decimal(0));
  const outstanding = credits.filter(({ isCredited }) => !isCredited);
  const money = (amount: Decimal) => inCurrencyDigits(amount, currency);
  const [owed, recoverable] = [sum(true, false), sum(false, false)];
  return {
    key,
    currency,
    owed: money(owed),
    recoverable: money(recoverable),
    left: money(owed.minus(recoverable)),
    owedOutstanding: money(sum(true, false, outstanding)),
    recoverableOutstanding: money(sum(false, false, outstanding)),
    owedAtRisk: money(sum(true, true)),
    recoverableAtRisk: money(sum(false, true)),
    credits: [...credits].sort((a, b) => new Decimal(b.amount).abs().comparedTo(new Decimal(a.amount).abs())),
  };
}
