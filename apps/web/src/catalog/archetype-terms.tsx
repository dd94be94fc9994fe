import { useTranslation } from 'react-i18next';
import type { ArchetypeFragment } from '../generated/graphql';
import { formatExactPercent } from '../ui/format-percent';
import { KeyValueList } from '../ui/key-value-list';
import classes from './manage.module.css';

/** What a version of an archetype says about services of its kind. */
export function ArchetypeTerms({ archetype, columns }: { archetype: ArchetypeFragment; columns: 1 | 2 | 3 }) {
  const { t } = useTranslation();
  const { rewardMix, typicalScores, defaultAvailability } = archetype;
  const { operations, customer, outcome } = rewardMix;
  return (
    <KeyValueList
      columns={columns}
      items={[
        { label: t('catalog.term.commitmentStyle'), value: archetype.commitmentStyle },
        {
          label: t('catalog.term.defaultAvailability'),
          value: defaultAvailability ? formatExactPercent(defaultAvailability) : t('catalog.term.noAvailability'),
        },
        { label: t('catalog.term.reviewCadence'), value: t(`catalog.cadence.${archetype.reviewCadence}`) },
        { label: t('catalog.term.decisionBody'), value: t(`catalog.body.${archetype.decisionBody}`) },
        { label: t('catalog.term.sourcing'), value: t(`catalog.sourcing.${archetype.sourcing}`) },
        { label: t('catalog.term.costModel'), value: t(`catalog.costModel.${archetype.costModel}`) },
        { label: t('catalog.term.firstMeasure'), value: archetype.firstMeasure },
        {
          label: t('catalog.term.rewardMix'),
          value: (
            <>
              <span className={classes.mix} aria-hidden>
                <i style={{ width: `${operations}%` }} />
                <i style={{ width: `${customer}%` }} />
                <i style={{ width: `${outcome}%` }} />
              </span>
              <span className="figures">{t('catalog.term.mixWords', { operations, customer, outcome })}</span>
            </>
          ),
        },
        {
          label: t('catalog.term.typicalScores'),
          value: <span className="figures">{t('catalog.term.scoresWords', typicalScores)}</span>,
        },
      ]}
    />
  );
}
