import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../app/session';
import { useAct } from '../app/use-act';
import { DecideUnitStagesDocument, type UnitApprovalRuleFragment } from '../generated/graphql';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { Instant } from '../ui/instant';
import { onDemand } from '../ui/on-demand';
import { Panel } from '../ui/panel';
import { SimpleTable } from '../ui/simple-table';
import { ToneBadge } from '../ui/tone-badge';
import type { UnitWithRules } from './approval-rules-page';
import { StageRules } from './approval-stage-rules';
import classes from './orders.module.css';
import './approval-rule-words';

const ApprovalRulesForm = onDemand(() => import('./approval-rules-form').then((module) => module.ApprovalRulesForm));

const tones = { PROPOSED: 'warning', LIVE: 'good', REPLACED: 'neutral', REFUSED: 'bad', WITHDRAWN: 'neutral' } as const;

/** The stages that a unit adds now, those that wait for a second person, and those that were. */
export function ApprovalRules({ unit, all }: { unit: UnitWithRules; all: readonly UnitWithRules[] }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const { approvalRules, viewerCanAddStages, name } = unit;
  const live = approvalRules.find(({ state }) => state === 'LIVE');
  const proposed = approvalRules.find(({ state }) => state === 'PROPOSED');
  const above = inheritedBy(unit, all);
  return (
    <>
      {proposed && <Proposed rule={proposed} name={name} />}
      {editing ? (
        <ApprovalRulesForm unit={unit} begin={live?.stages ?? []} onClose={() => setEditing(false)} />
      ) : (
        <Panel
          title={t('approvalRules.now', { name })}
          description={t('approvalRules.nowWords')}
          actions={
            viewerCanAddStages &&
            !proposed && (
              <Button size="xs" onClick={() => setEditing(true)}>
                {t('approvalRules.change')}
              </Button>
            )
          }
        >
          {live && live.stages.length > 0 ? (
            <StageRules stages={live.stages} />
          ) : (
            <p className="quiet">{t('approvalRules.none', { name })}</p>
          )}
          {above.map(({ id, name: from, stages }) => (
            <div key={id} className={classes.inherited}>
              <h3>{t('approvalRules.inherited', { name: from })}</h3>
              <StageRules stages={stages} />
            </div>
          ))}
        </Panel>
      )}
      {approvalRules.length > 0 && (
        <Panel title={t('approvalRules.history')}>
          <SimpleTable
            label={t('approvalRules.history')}
            head={[
              t('approvalRules.version'),
              t('orders.status'),
              t('approvalRules.stages'),
              t('approvalRules.proposedBy'),
              t('approvalRules.decidedBy'),
              t('orders.reason'),
            ]}
            rows={approvalRules.map(
              ({ number, state, stages, proposedBy, proposedAt, decidedBy, decidedAt, reason }) => [
                number,
                <ToneBadge key="state" tone={tones[state]}>
                  {t(`approvalRules.state.${state}`)}
                </ToneBadge>,
                stages.map((stage) => stage.name).join(', ') || '–',
                <>
                  {proposedBy.name} <Instant at={proposedAt} style="date" />
                </>,
                decidedBy ? (
                  <>
                    {decidedBy.name} <Instant at={decidedAt} style="date" />
                  </>
                ) : (
                  '–'
                ),
                reason,
              ],
            )}
          />
        </Panel>
      )}
    </>
  );
}

/** What waits for a second person, and what the viewer can do about it. */
function Proposed({ rule, name }: { rule: UnitApprovalRuleFragment; name: string }) {
  const { t } = useTranslation();
  const { person } = useViewer();
  const [asking, setAsking] = useState<'approve' | 'refuse' | null>(null);
  const decide = useAct(DecideUnitStagesDocument, { done: t('approvalRules.decided') });
  const { id, number, reason, proposedBy, proposedAt, viewerCanApprove, stages } = rule;
  const isMine = proposedBy.id === person.id;
  const no = t(isMine ? 'people.roles.withdraw' : 'people.roles.refuse');
  return (
    <Panel
      title={t('approvalRules.proposed', { number, name })}
      description={
        <>
          {proposedBy.name} · <Instant at={proposedAt} style="date" /> · “{reason}”
        </>
      }
      actions={
        <>
          {viewerCanApprove && (
            <Button size="xs" onClick={() => setAsking('approve')}>
              {t('people.roles.approve')}
            </Button>
          )}
          {(viewerCanApprove || isMine) && (
            <Button size="xs" variant="default" onClick={() => setAsking('refuse')}>
              {no}
            </Button>
          )}
        </>
      }
    >
      {stages.length > 0 ? <StageRules stages={stages} /> : <p>{t('approvalRules.noneAnyMore')}</p>}
      {!viewerCanApprove && <p className="quiet">{t('approvalRules.waits')}</p>}
      {asking && (
        <ConfirmDialog
          opened
          onClose={() => setAsking(null)}
          title={t(`approvalRules.${asking}Title`, { number })}
          confirm={asking === 'approve' ? t('people.roles.approve') : no}
          danger={asking === 'refuse'}
          onConfirm={() => decide.mutateAsync({ id, approved: asking === 'approve' })}
        >
          {t(`approvalRules.${asking}Words`)}
        </ConfirmDialog>
      )}
    </Panel>
  );
}

/** Live stages of the units above, nearest first; of one key the nearest unit wins. */
function inheritedBy(unit: UnitWithRules, all: readonly UnitWithRules[]) {
  const keys = new Set(liveOf(unit).map(({ key }) => key));
  const found: { id: string; name: string; stages: ReturnType<typeof liveOf> }[] = [];
  for (let at = parentOf(unit, all); at; at = parentOf(at, all)) {
    const stages = liveOf(at).filter(({ key }) => !keys.has(key));
    stages.forEach(({ key }) => keys.add(key));
    if (stages.length > 0) found.push({ id: at.id, name: at.name, stages });
  }
  return found;
}

const liveOf = ({ approvalRules }: UnitWithRules) => approvalRules.find(({ state }) => state === 'LIVE')?.stages ?? [];
const parentOf = ({ parent }: UnitWithRules, all: readonly UnitWithRules[]) => all.find(({ id }) => id === parent?.id);
