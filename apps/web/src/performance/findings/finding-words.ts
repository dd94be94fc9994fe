import { i18next } from '../../i18n/i18n';
import type { FindingRowFragment } from '../../generated/graphql';
import { formatNamedValue } from '../../ui/format-named-value';
import { shownZone } from '../../ui/shown-zone';
import './words';

/** What was found, and what to do about it. */
export function findingSentence({ kind, facts }: Pick<FindingRowFragment, 'kind' | 'facts'>): string {
  const values = Object.fromEntries(facts.map((fact) => [fact.name, formatNamedValue(fact, shownZone())]));
  const counted = facts.find(({ unit }) => unit === 'count')?.value;
  const count = counted == null ? undefined : Number(counted);
  return String(i18next.t(`findings.words.${kind}` as never, { ...values, count } as never));
}
