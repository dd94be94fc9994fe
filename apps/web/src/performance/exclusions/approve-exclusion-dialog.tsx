import { Checkbox, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { useAct } from '../../app/use-act';
import {
  ApproveExclusionDocument,
  ExclusionEffectsDocument,
  type ExclusionEffectsQuery,
  type ExclusionRowFragment,
} from '../../generated/graphql';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { formatPeriod } from '../../ui/format-instant';
import { Loaded } from '../../ui/loaded';
import { notifyDone } from '../../ui/notify';
import { PeriodEffects } from './period-effects';

type Effect = NonNullable<ExclusionEffectsQuery['exclusionEffects']>[number];
type Props = { exclusion: ExclusionRowFragment; name: string; onClose: () => void };

/** Shows what the exclusion changes by all that is known now, and asks whether closed periods are restated with it. */
export function ApproveExclusionDialog({ exclusion: { id, commitment }, name, onClose }: Props) {
  const { t } = useTranslation();
  const [restate, setRestate] = useState(true);
  const found = useQuery({ ...query(ExclusionEffectsDocument, { id }), staleTime: 0, gcTime: 0 });
  const effects = found.data?.exclusionEffects ?? [];
  const closed = effects.filter(({ restates }) => restates);
  const mine = closed.filter(({ result, viewerBetteredIt }) => result?.viewerCanRestate && !viewerBetteredIt);
  const approve = useAct(ApproveExclusionDocument, {
    onDone: ({ approveExclusion: { restated, waiting } }) =>
      notifyDone(
        [
          restated.length > 0
            ? t('performance.exclusions.approvedRestated', { periods: periodsOf(restated) })
            : t('performance.exclusions.approved'),
          ...(waiting.length > 0 ? [t('performance.exclusions.approvedWaiting', { periods: periodsOf(waiting) })] : []),
        ].join(' '),
      ),
  });
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('performance.exclusions.approveOf', { name })}
      confirm={t(
        mine.length > 0 && restate ? 'performance.exclusions.approveAndRestate' : 'performance.exclusions.approve',
      )}
      blocked={!found.data}
      onConfirm={() => approve.mutateAsync({ id, restate: mine.length > 0 && restate ? null : false })}
    >
      <Stack gap="md">
        <Text size="sm">{t('performance.exclusions.approveWords')}</Text>
        <Loaded query={found}>
          {() => (
            <PeriodEffects
              effects={effects}
              target={commitment.terms.target}
              comparator={commitment.terms.comparator}
            />
          )}
        </Loaded>
        {closed.length > 0 && <Restating closed={closed} mine={mine} restate={restate} onChange={setRestate} />}
      </Stack>
    </ConfirmDialog>
  );
}

type RestatingProps = { closed: Effect[]; mine: Effect[]; restate: boolean; onChange: (restate: boolean) => void };

/** Who restates the closed periods, and what was made of them so far. */
function Restating({ closed, mine, restate, onChange }: RestatingProps) {
  const { t } = useTranslation();
  const bettered = closed.filter(({ viewerBetteredIt }) => viewerBetteredIt);
  const others = closed.filter(({ result, viewerBetteredIt }) => !result?.viewerCanRestate && !viewerBetteredIt);
  const uses = closed.flatMap(({ result }) => result?.uses ?? []);
  return (
    <Stack gap="xs">
      {mine.length > 0 && (
        <Checkbox
          label={t('performance.exclusions.restateNow', { periods: periodsOf(mine) })}
          description={t('performance.exclusions.restateNowWords')}
          checked={restate}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      )}
      {bettered.length > 0 && (
        <Text size="sm">{t('performance.exclusions.restateBettered', { periods: periodsOf(bettered) })}</Text>
      )}
      {others.length > 0 && (
        <Text size="sm">{t('performance.exclusions.restateOthers', { periods: periodsOf(others) })}</Text>
      )}
      {uses.length > 0 && (
        <Text size="sm" className="quiet">
          {t('performance.exclusions.restateUses', { uses: uses.map(({ label }) => label).join('; ') })}
        </Text>
      )}
    </Stack>
  );
}

const periodsOf = (results: { period: string }[]) => results.map(({ period }) => formatPeriod(period)).join(', ');
