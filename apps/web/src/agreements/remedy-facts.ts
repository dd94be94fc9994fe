import type { AgreementKind, RemedyFragment } from '../generated/graphql';
import { i18next } from '../i18n/i18n';
import { formatMoney } from '../ui/format-money';
import { formatExactPercent } from '../ui/format-percent';

const t = i18next.t;
const MONTH = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });

/** What an agreement says of its credits together, each thing in words; what the comparison of two versions compares. */
export function remedyFacts(
  remedy: RemedyFragment | null | undefined,
  { kind, currency }: { kind: AgreementKind; currency: string },
): Record<string, string> {
  if (!remedy) return { combination: t(`agreements.remedy.usual.${kind}`) };
  const { combination, pointsTable, deadline, earnBack, yearCap, periodCapPercent } = remedy;
  return {
    combination: t(`agreements.remedy.combination.${combination}`),
    ...(combination === 'POINTS' && {
      pointsTable: pointsTable
        .map(({ points, percent }) => t('agreements.remedy.row', { points, percent: formatExactPercent(percent) }))
        .join('; '),
      repeatDoubles: t(`agreements.remedy.doubles.${remedy.repeatDoubles ? 'yes' : 'no'}`),
    }),
    incident: t(`agreements.remedy.incident.${remedy.oncePerIncident ? 'once' : 'each'}`),
    ...(periodCapPercent != null && { periodCap: formatExactPercent(periodCapPercent) }),
    ...(yearCap != null && {
      yearCap: t('agreements.remedy.yearCapWords', {
        amount: formatMoney({ amount: yearCap, currency }),
        month: monthName(remedy.yearFromMonth),
      }),
    }),
    ...(earnBack && { earnBack: earnBackWords(earnBack) }),
    claim: remedy.isAutomatic ? t('agreements.remedy.automatic') : claimWords(deadline),
    nature: t(`agreements.remedy.nature.${remedy.nature}`),
    ...(remedy.isSole && { sole: t('agreements.remedy.sole') }),
  };
}

function claimWords(deadline: RemedyFragment['deadline']): string {
  if (!deadline) return t('agreements.remedy.byClaim');
  const { anchor, unit, count, rolls } = deadline;
  const words = t('agreements.remedy.claimWithin', {
    term: t(`agreements.remedy.term.${unit}`, { count }),
    anchor: t(`agreements.remedy.anchorWords.${anchor}`),
  });
  return rolls ? `${words} ${t('agreements.remedy.rollsWords')}` : words;
}

function earnBackWords({ periods, levelPercent }: NonNullable<RemedyFragment['earnBack']>): string {
  return levelPercent == null
    ? t('agreements.remedy.earnBackWords', { count: periods })
    : t('agreements.remedy.earnBackLevelWords', { count: periods, level: formatExactPercent(levelPercent) });
}

export const monthName = (month: number): string => MONTH.format(new Date(Date.UTC(2026, month - 1, 1)));
