import { useTranslation } from 'react-i18next';
import { useViewer } from '../app/session';
import { formatInstant } from '../ui/format-instant';
import type { Assignment } from './role-words';
import classes from './roles.module.css';

/** Who proposed and decided, when and why; and, while it waits, who acts next. */
export function RoleStory({ role }: { role: Assignment }) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const day = (at: string) => formatInstant(at, { style: 'date' });
  const proposer = role.proposedBy?.name ?? t('people.somebody');
  return (
    <div className={`${classes.facts} quiet`}>
      {role.bootstrap
        ? t('people.roles.bootstrap', { at: day(role.decidedAt ?? role.proposedAt) })
        : t('people.roles.proposedBy', { name: proposer, at: day(role.proposedAt) })}
      {role.reason && ` ${t('people.roles.because', { reason: role.reason })}`}
      {role.state === 'APPROVED' && role.decidedBy && role.decidedAt && !role.bootstrap && (
        <> {t('people.roles.approvedBy', { name: role.decidedBy.name, at: day(role.decidedAt) })}</>
      )}
      {role.state === 'REFUSED' && role.decidedAt && (
        <>
          {' '}
          {t('people.roles.refusedBy', {
            name: role.decidedBy?.name ?? t('people.somebody'),
            at: day(role.decidedAt),
            reason: role.decisionReason,
          })}
        </>
      )}
      {role.endedAt && ` ${t('people.roles.endedOn', { at: day(role.endedAt), reason: role.endReason ?? '–' })}`}
      {role.state === 'PROPOSED' && (
        <div>
          {role.viewerCanApprove
            ? role.proposedBy?.id === viewer.person.id
              ? t('people.roles.nextAlone')
              : t('people.roles.nextYou')
            : t('people.roles.nextOther', { name: proposer })}
        </div>
      )}
    </div>
  );
}
