import { TextLink } from '../app/text-link';
import { useTranslation } from 'react-i18next';
import { ChangedValues } from '../ui/changed-values';
import { Instant } from '../ui/instant';
import { ToneBadge } from '../ui/tone-badge';
import classes from './audit.module.css';
import { actionWords, fieldWords, parsedWithNames, subjectName, subjectWords, type Entry } from './audit-words';

/** One act: who, when, what, why; opened, every value before and after. */
export function AuditEntry({ entry, withSubject }: { entry: Entry; withSubject?: boolean }) {
  const { t } = useTranslation();
  const name = subjectName(entry);
  const changed = entry.before !== null || entry.after !== null;
  const only = withSubject && (
    <TextLink
      size="xs"
      to="/admin/audit"
      search={{ type: entry.subjectType, subject: entry.subjectId }}
      className={classes.more}
    >
      {t('people.audit.onlyThis', { subject: subjectWords(entry.subjectType).toLowerCase() })}
    </TextLink>
  );
  const head = (
    <>
      <span className={classes.what}>
        <strong>{actionWords(entry.action)}</strong>
        {withSubject && name && <span> · {name}</span>}
        {entry.mode && <ToneBadge tone="warning">{t(`people.auditMode.${entry.mode as 'bootstrap'}`)}</ToneBadge>}
      </span>
      <span className="quiet">
        {entry.actor?.name ?? t('people.nobody')} · <Instant at={entry.at} style="dateTimeSeconds" />
      </span>
    </>
  );
  return (
    <li className={classes.entry}>
      {changed ? (
        <details>
          <summary className={classes.head}>{head}</summary>
          <div className={classes.values}>
            <ChangedValues
              label={actionWords(entry.action)}
              before={parsedWithNames(entry.before, entry.names)}
              after={parsedWithNames(entry.after, entry.names)}
              nameOf={fieldWords}
            />
            {only}
          </div>
        </details>
      ) : (
        <div className={classes.head}>{head}</div>
      )}
      {entry.reason && <div className={classes.reason}>{t('people.roles.because', { reason: entry.reason })}</div>}
    </li>
  );
}
