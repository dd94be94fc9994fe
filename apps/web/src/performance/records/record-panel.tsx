import { Button, Group } from '@mantine/core';
import { IconZoomQuestion } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { useAct } from '../../app/use-act';
import {
  AgreeToFigureDocument,
  type Comparator,
  FigureOfRecordDocument,
  type FigureOfRecordQuery,
  type FigureSide,
  type ProviderFigureFragment,
} from '../../generated/graphql';
import { i18next } from '../../i18n/i18n';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { formatDuration } from '../../ui/format-duration';
import { formatDay } from '../../ui/format-instant';
import { formatPercent } from '../../ui/format-percent';
import { onDemand } from '../../ui/on-demand';
import { Panel } from '../../ui/panel';
import { RiskNote } from '../../ui/risk-note';
import { ToneBadge } from '../../ui/tone-badge';
import { AuditList } from './audit-list';
import { IncidentComparison } from './incident-comparison';
import classes from './record-panel.module.css';
import './words';

const StateDialog = onDemand(() => import('./state-figure-dialog').then((module) => module.StateFigureDialog));
const AuditDialog = onDemand(() => import('./audit-dialog').then((module) => module.AuditDialog));
const ObjectDialog = onDemand(() => import('./object-dialog').then((module) => module.ObjectDialog));

type Props = { resultKey: { service: string; slug: string; period: string }; zone: string };
type Shown = NonNullable<NonNullable<FigureOfRecordQuery['commitment']>['result']>;

/** Our figure, the provider's and the one both go by, what differs between them, and who acts next. */
export function RecordPanel({ resultKey: { service, slug, period }, zone }: Props) {
  const { data } = useQuery(query(FigureOfRecordDocument, { service, slug, period }));
  const result = data?.commitment?.result;
  if (!result || (!result.providerFigure && !result.viewerCanStateFigure)) return null;
  return <Record result={result} zone={zone} />;
}

function Record({ result, zone }: { result: Shown; zone: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<FigureSide | 'state' | 'object' | 'audit' | null>(null);
  const close = () => setOpen(null);
  const agree = useAct(AgreeToFigureDocument, { done: t('records.act.agreeDone'), onDone: close });
  const { providerFigure: stated, settledFigure: settled, measuredBy } = result;
  const audited = result.audits.find(({ state }) => state === 'CONFIRMED');
  const side = open === 'OURS' || open === 'PROVIDER' ? open : null;
  const percent = (figure: string | null | undefined) =>
    figure == null ? '–' : formatPercent(figure, { decimals: 4 });
  const toldSeconds = (stated?.comparison ?? []).reduce((sum, { theirs }) => sum + (theirs?.countedSeconds ?? 0), 0);
  const figures = [
    [t('records.ours'), percent(settled?.ourFigure ?? result.figure)],
    [t('records.theirs'), stated ? percent(stated.figure) : t('records.none')],
    [t('records.agreed'), settled ? percent(result.figure) : t('records.notSettled')],
  ] as const;
  return (
    <Panel
      title={t('records.title')}
      description={t(`records.measuredBy.${measuredBy}`)}
      actions={stated && <ToneBadge tone={TONES[stated.state]}>{t(`records.state.${stated.state}`)}</ToneBadge>}
    >
      <dl className={classes.figures}>
        {figures.map(([label, figure]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="figures">{figure}</dd>
          </div>
        ))}
      </dl>
      {stated && (
        <>
          <p className={classes.next}>
            {audited && settled?.id === stated.id ? t('records.next.AUDITED', audited) : nextWords(stated)}
          </p>
          {stated.note && <p className="quiet">{stated.note}</p>}
          <IncidentComparison incidents={stated.comparison} zone={zone} />
          {isSpotless(stated.figure, result.terms.comparator) && toldSeconds > 0 && (
            <RiskNote icon={IconZoomQuestion}>
              {t('records.spotless', {
                figure: percent(stated.figure),
                time: formatDuration(toldSeconds * 1000, { days: false }),
              })}
            </RiskNote>
          )}
        </>
      )}
      <AuditList audits={result.audits} zone={zone} />
      <Group gap="xs" mt="sm">
        {stated?.viewerCanAgreeTo.map((to) => (
          <Button key={to} size="xs" onClick={() => setOpen(to)}>
            {t(`records.act.agreeTo.${to}`)}
          </Button>
        ))}
        {stated?.viewerCanObject && (
          <Button size="xs" variant="default" onClick={() => setOpen('object')}>
            {t('records.act.object')}
          </Button>
        )}
        {result.viewerCanStateFigure && (
          <Button size="xs" variant="default" onClick={() => setOpen('state')}>
            {t('records.act.state')}
          </Button>
        )}
        {result.viewerCanProposeAudit && (
          <Button size="xs" variant="default" onClick={() => setOpen('audit')}>
            {t('records.audit.propose')}
          </Button>
        )}
      </Group>
      <ConfirmDialog
        opened={side !== null}
        onClose={close}
        title={t(`records.act.agreeTo.${side ?? 'OURS'}`)}
        confirm={t(`records.act.agreeTo.${side ?? 'OURS'}`)}
        onConfirm={() => agree.mutateAsync({ id: stated!.id, figure: side! })}
      >
        {t('records.act.agreeWords')}
      </ConfirmDialog>
      {open === 'state' && <StateDialog resultId={result.id} onClose={close} />}
      {open === 'audit' && <AuditDialog resultId={result.id} onClose={close} />}
      {open === 'object' && stated && <ObjectDialog id={stated.id} onClose={close} />}
    </Panel>
  );
}

/** Whether a figure says that nothing went wrong. */
const isSpotless = (figure: string, comparator: Comparator) => Number(figure) === (comparator === 'AT_LEAST' ? 100 : 0);

const TONES = { STATED: 'warning', OBJECTED: 'bad', AGREED: 'good', SILENT: 'good', SUPERSEDED: 'neutral' } as const;

function nextWords({ state, lastDay, side, reason, answeredBy }: ProviderFigureFragment): string {
  const { t } = i18next;
  const counts = side ? t(`records.side.${side}`) : '';
  switch (state) {
    case 'STATED':
      return lastDay ? t('records.next.STATED_until', { until: formatDay(lastDay) }) : t('records.next.STATED');
    case 'OBJECTED':
      return t('records.next.OBJECTED', { by: answeredBy?.name ?? '–', reason });
    case 'AGREED':
      return t('records.next.AGREED', { side: counts });
    default:
      return t('records.next.SILENT', { side: counts });
  }
}
