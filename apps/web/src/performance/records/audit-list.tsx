import { Anchor, Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../app/use-act';
import {
  ConfirmFigureAuditDocument,
  type FigureAuditFragment,
  type FigureAuditState,
  WithdrawFigureAuditDocument,
} from '../../generated/graphql';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { formatInstant } from '../../ui/format-instant';
import { formatPercent } from '../../ui/format-percent';
import { onDemand } from '../../ui/on-demand';
import { ToneBadge, type Tone } from '../../ui/tone-badge';
import classes from './record-panel.module.css';

const RefuseDialog = onDemand(() => import('./refuse-audit-dialog').then((module) => module.RefuseAuditDialog));

const TONES: Record<FigureAuditState, Tone> = {
  PROPOSED: 'warning',
  CONFIRMED: 'good',
  REFUSED: 'neutral',
  WITHDRAWN: 'neutral',
  SUPERSEDED: 'neutral',
};

/** What audits found of a settled figure, with their reports, and who decides on one that waits. */
export function AuditList({ audits, zone }: { audits: readonly FigureAuditFragment[]; zone: string }) {
  const { t } = useTranslation();
  if (audits.length === 0) return null;
  return (
    <section className={classes.audits} aria-label={t('records.audit.title')}>
      <h3>{t('records.audit.title')}</h3>
      {audits.map((audit) => (
        <Audit key={audit.id} audit={audit} zone={zone} />
      ))}
    </section>
  );
}

function Audit({ audit, zone }: { audit: FigureAuditFragment; zone: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'confirm' | 'refuse' | null>(null);
  const close = () => setOpen(null);
  const confirm = useAct(ConfirmFigureAuditDocument, { done: t('records.audit.confirmDone'), onDone: close });
  const withdraw = useAct(WithdrawFigureAuditDocument, { done: t('records.audit.withdrawDone') });
  const { id, figure, settledFigure, report, url, reason, state, proposedBy, decidedBy, decidedAt } = audit;
  const percent = (value: string) => formatPercent(value, { decimals: 4 });
  const at = (instant: string) => formatInstant(instant, { zone });
  return (
    <article className={classes.audit}>
      <Group justify="space-between" gap="xs">
        <strong>
          {t('records.audit.found', {
            report,
            figure: percent(figure),
            settled: settledFigure ? percent(settledFigure) : '–',
          })}
        </strong>
        <ToneBadge tone={TONES[state]}>{t(`records.audit.state.${state}`)}</ToneBadge>
      </Group>
      <p>
        {reason}{' '}
        {url && (
          <Anchor href={url} target="_blank" rel="noreferrer" underline="always">
            {t('records.audit.read')}
          </Anchor>
        )}
      </p>
      <p className="quiet">
        {t('records.audit.proposedBy', { name: proposedBy?.name ?? '–', at: at(audit.proposedAt) })}
        {decidedAt && ` · ${t('records.audit.decidedBy', { name: decidedBy?.name ?? '–', at: at(decidedAt) })}`}
        {audit.decisionReason && ` · “${audit.decisionReason}”`}
      </p>
      <Group gap="xs">
        {audit.viewerCanDecide && (
          <>
            <Button size="xs" onClick={() => setOpen('confirm')}>
              {t('records.audit.confirm')}
            </Button>
            <Button size="xs" variant="default" onClick={() => setOpen('refuse')}>
              {t('records.audit.refuse')}
            </Button>
          </>
        )}
        {audit.viewerCanWithdraw && (
          <Button size="xs" variant="default" loading={withdraw.isPending} onClick={() => withdraw.mutate({ id })}>
            {t('records.audit.withdraw')}
          </Button>
        )}
      </Group>
      <ConfirmDialog
        opened={open === 'confirm'}
        onClose={close}
        title={t('records.audit.confirmTitle', { figure: percent(figure) })}
        confirm={t('records.audit.confirm')}
        onConfirm={() => confirm.mutateAsync({ id })}
      >
        {t('records.audit.confirmWords')}
      </ConfirmDialog>
      {open === 'refuse' && <RefuseDialog id={id} onClose={close} />}
    </article>
  );
}
