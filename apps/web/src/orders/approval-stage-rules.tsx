import { useTranslation } from 'react-i18next';
import type { StageRuleFragment } from '../generated/graphql';
import classes from './approval-stages.module.css';
import { useSourceWords } from './use-source-words';
import './approval-rule-words';

/** Stages as a rule states them: whom each asks, how many have to approve, and when they are reminded. */
export function StageRules({ stages }: { stages: readonly StageRuleFragment[] }) {
  const { t } = useTranslation();
  const sourceWords = useSourceWords();
  return (
    <ol className={classes.stages}>
      {stages.map(({ key, name, need, value, from, remindAfter }) => (
        <li key={key}>
          <div className={classes.head}>
            <strong>{name}</strong>
            <span className="quiet">{t(`approvalRules.need.${need}`, { value })}</span>
          </div>
          <div>{from.map(sourceWords).join('; ')}</div>
          <div className="quiet">
            {remindAfter ? t('approvalRules.reminded', { count: remindAfter }) : t('approvalRules.notReminded')}
          </div>
        </li>
      ))}
    </ol>
  );
}
