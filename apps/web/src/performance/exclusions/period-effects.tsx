import { useTranslation } from 'react-i18next';
import type { ExclusionEffectFragment, EffectOutcomeFragment } from '../../generated/graphql';
import { formatPeriod } from '../../ui/format-instant';
import { formatMoney } from '../../ui/format-money';
import { formatExactPercent } from '../../ui/format-percent';
import { ToneBadge } from '../../ui/tone-badge';
import { VerdictBadge } from '../../ui/verdict-badge';
import { amountLeft } from '../amount';
import { ExclusionEffect } from './exclusion-effect';
import classes from './period-effects.module.css';

type Props = { effects: ExclusionEffectFragment[]; target: string; comparator: 'AT_LEAST' | 'AT_MOST' };

/** What an exclusion makes of each period that it touches: figure, verdict, budget and credit, as they are and as they would be. */
export function PeriodEffects({ effects, target, comparator }: Props) {
  const { t } = useTranslation();
  if (effects.length === 0) return <p className="quiet">{t('performance.exclude.noEffect')}</p>;
  return (
    <ul className={classes.periods}>
      {effects.map((effect) => (
        <li key={effect.period}>
          <div className={classes.head}>
            <strong>{formatPeriod(effect.period)}</strong>
            <ToneBadge>{t(`performance.exclude.state.${effect.state}`, { revision: effect.revision })}</ToneBadge>
            {effect.restates && <ToneBadge tone="warning">{t('performance.exclude.restates')}</ToneBadge>}
            {effect.hasLateData && <ToneBadge tone="warning">{t('performance.exclude.lateData')}</ToneBadge>}
          </div>
          {effect.hasLateData && (
            <p className="quiet">
              {t(effect.restates ? 'performance.exclude.lateDataToo' : 'performance.exclude.lateDataAlone')}
            </p>
          )}
          {!effect.changes && (
            <p className="quiet">
              {t(effect.unit === 'events' ? 'performance.exclude.nothingCounted' : 'performance.exclude.nothing')}
            </p>
          )}
          <ExclusionEffect
            before={effect.before.figure}
            after={effect.after.figure}
            target={target}
            comparator={comparator}
          />
          <dl className={classes.facts}>
            <Fact label={t('performance.exclude.verdict')}>
              <VerdictBadge verdict={effect.before.verdict} quiet />
              {effect.after.verdict !== effect.before.verdict && (
                <After>
                  <VerdictBadge verdict={effect.after.verdict} quiet />
                </After>
              )}
            </Fact>
            <Fact label={t('performance.exclude.budget')}>
              {change(effect, (outcome) => left(outcome, effect.unit))}
            </Fact>
            <Fact label={t('performance.exclude.credit')}>
              {change(effect, (outcome) => creditOf(outcome) ?? t('performance.exclude.noCredit'))}
            </Fact>
          </dl>
        </li>
      ))}
    </ul>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="quiet">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What it would become; the arrow goes with it to the next line. */
function After({ children }: { children: React.ReactNode }) {
  const { t } = useTranslation();
  return (
    <span className={classes.after}>
      <span role="img" aria-label={t('performance.exclude.becomes')} className="quiet">
        →
      </span>
      {children}
    </span>
  );
}

function change({ before, after }: ExclusionEffectFragment, words: (outcome: EffectOutcomeFragment) => string) {
  const [was, becomes] = [words(before), words(after)];
  if (was === becomes) return <span className="quiet">{was}</span>;
  return (
    <>
      {was}
      <After>
        <strong>{becomes}</strong>
      </After>
    </>
  );
}

const left = ({ budgetLeft, budgetTotal }: EffectOutcomeFragment, unit: string) =>
  amountLeft({ left: budgetLeft, unit, total: budgetTotal });

function creditOf({ credit }: EffectOutcomeFragment): string | null {
  if (!credit) return null;
  const { percent, amount, currency } = credit;
  return amount === null ? formatExactPercent(percent) : formatMoney({ amount, currency });
}
