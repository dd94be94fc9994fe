import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../app/session';
import { useAct } from '../app/use-act';
import { ApproveCalendarChangeDocument, RefuseCalendarChangeDocument } from '../generated/graphql';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { formatDay, formatInstant } from '../ui/format-instant';
import { Panel } from '../ui/panel';
import { CalendarHours } from './calendar-hours';
import type { CalendarOnPage } from './calendar-page';

type Change = NonNullable<CalendarOnPage['proposedChange']>;

type Props = {
  change: Change;
  /** The holidays of the newest hours. */
  before: readonly string[];
  mayRefuse: boolean;
};

/** Other hours that wait for a second person, what they are, and why. */
export function WaitingHours({ change, before, mayRefuse }: Props) {
  const { t } = useTranslation();
  const { person } = useViewer();
  const [doing, setDoing] = useState<'approve' | 'refuse' | null>(null);
  const approve = useAct(ApproveCalendarChangeDocument, { done: t('agreements.calendars.changed') });
  const refuse = useAct(RefuseCalendarChangeDocument);
  const { id, effectiveFrom, reason, proposedBy, proposedAt, viewerCanApprove } = change;
  const refusal = proposedBy.id === person.id ? t('people.roles.withdraw') : t('people.roles.refuse');
  const close = () => setDoing(null);
  return (
    <Panel
      title={t('agreements.calendars.waiting', { from: formatDay(effectiveFrom) })}
      description={t('agreements.calendars.waitingWords', {
        name: proposedBy.name,
        at: formatInstant(proposedAt, { style: 'date' }),
        reason,
      })}
      actions={
        <>
          {mayRefuse && (
            <Button size="xs" variant="default" onClick={() => setDoing('refuse')}>
              {refusal}
            </Button>
          )}
          {viewerCanApprove && (
            <Button size="xs" onClick={() => setDoing('approve')}>
              {t('people.roles.approve')}
            </Button>
          )}
        </>
      }
    >
      <CalendarHours version={{ ...change, alwaysOpen: false }} before={before} />
      <ConfirmDialog
        opened={doing === 'approve'}
        onClose={close}
        title={t('agreements.calendars.waiting', { from: formatDay(effectiveFrom) })}
        confirm={t('people.roles.approve')}
        onConfirm={() => approve.mutateAsync({ id })}
      >
        {t('agreements.calendars.laterHint')}
      </ConfirmDialog>
      <ConfirmDialog
        opened={doing === 'refuse'}
        onClose={close}
        title={t('agreements.calendars.waiting', { from: formatDay(effectiveFrom) })}
        confirm={refusal}
        withReason
        onConfirm={(why) => refuse.mutateAsync({ id, reason: why })}
      >
        {t('agreements.calendars.changeWords')}
      </ConfirmDialog>
    </Panel>
  );
}
