import type { ApprovalRule, AutomaticApproval } from '@accord/domain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { ArchetypesDocument, BusinessUnitsDocument } from '../generated/graphql';
import { StageRules } from '../orders/approval-stage-rules';
import '../orders/approval-words';
import { formatMoney } from '../ui/format-money';
import { codedStage } from './approval-values';
import { codeOf } from './offer-definition';
import classes from './offer.module.css';

/** Who is asked for an order, and in which cases nobody is. */
export function OfferApproval({ approval: { stages, automatic } }: { approval: ApprovalRule }) {
  const { t } = useTranslation();
  const condition = useConditionWords(automatic.length > 0);
  return (
    <section>
      <h3 className={classes.heading}>{t('catalog.approval.title')}</h3>
      <StageRules stages={stages.map(codedStage)} />
      {automatic.length > 0 && (
        <>
          <p className="quiet">{t('catalog.approval.automatic')}</p>
          <ul className={classes.tasks}>
            {automatic.map(({ key, name, when }) => (
              <li key={key}>
                {name} <span className="quiet">{condition(when)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function useConditionWords(wanted: boolean): (when: AutomaticApproval['when']) => string {
  const { t } = useTranslation();
  const archetypes = useQuery({ ...query(ArchetypesDocument, {}), enabled: wanted }).data?.archetypes;
  const units = useQuery({ ...query(BusinessUnitsDocument, {}), enabled: wanted }).data?.businessUnits;
  return ({ upTo, archetypes: kinds, entitledUnits }) =>
    [
      upTo && t('catalog.approval.whenUpTo', { amount: formatMoney(upTo) }),
      kinds && kinds.map((kind) => archetypes?.find(({ key }) => key === codeOf(kind))?.name ?? kind).join(', '),
      entitledUnits &&
        t('catalog.approval.whenUnits', {
          units: entitledUnits.map((slug) => units?.find((unit) => unit.slug === slug)?.name ?? slug).join(', '),
        }),
    ]
      .filter(Boolean)
      .join('; ');
}
