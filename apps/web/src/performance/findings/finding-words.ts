import { i18next } from '../../i18n/i18n';
import type { FindingRowFragment } from '../../generated/graphql';
import { formatDay } from '../../ui/format-instant';
import { formatNamedValue } from '../../ui/format-named-value';
import { shownZone } from '../../ui/shown-zone';
import './words';

/** What was found, and what to do about it; its instants at the wall of `zone`. */
export function findingSentence(
  { kind, facts }: Pick<FindingRowFragment, 'kind' | 'facts'>,
  zone: string = shownZone(),
): string {
  const values = Object.fromEntries(facts.map((fact) => [fact.name, withDays(formatNamedValue(fact, zone))]));
  const counted = facts.find(({ unit }) => unit === 'count')?.value;
  const count = counted == null ? undefined : Number(counted);
  return String(i18next.t(`findings.words.${kind}` as never, { ...values, count } as never));
}

/** Days within a text as the reader writes them. */
const withDays = (text: string): string => text.replace(/\b\d{4}-\d\d-\d\d\b/g, (day) => formatDay(day));
