import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/use-act';
import { DecideSubstituteDocument, EndSubstituteDocument, type MySubstitutesQuery } from '../generated/graphql';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { formatDay } from '../ui/format-instant';
import './substitute-words';

export type SubstituteRow = MySubstitutesQuery['mySubstitutes'][number];

/** Approve, refuse, withdraw, end: what the viewer may do about a substitute now. */
export function SubstituteActions({ row }: { row: SubstituteRow }) {
  const { t } = useTranslation();
  const [doing, setDoing] = useState<'approve' | 'refuse' | 'withdraw' | 'end' | null>(null);
  const approve = useAct(DecideSubstituteDocument, { done: t('substitutes.approved') });
  const refuse = useAct(DecideSubstituteDocument, { done: t('substitutes.refused') });
  const end = useAct(EndSubstituteDocument, { done: t('substitutes.ended') });
  const { id, state, viewerCanDecide, viewerCanEnd } = row;
  const what = {
    person: row.person.name,
    substitute: row.substitute.name,
    from: formatDay(row.from),
    to: formatDay(row.to),
  };
  const acts = {
    approve: () => approve.mutateAsync({ id, approved: true }),
    refuse: () => refuse.mutateAsync({ id, approved: false }),
    withdraw: () => end.mutateAsync({ id }),
    end: () => end.mutateAsync({ id }),
  };
  const ending = state === 'PROPOSED' ? 'withdraw' : 'end';
  const offered = [
    ...(viewerCanDecide ? (['approve', 'refuse'] as const) : []),
    ...(viewerCanEnd ? ([ending] as const) : []),
  ];
  return (
    <Group gap="xs" wrap="nowrap">
      {offered.map((act) => (
        <Button key={act} size="xs" variant={act === 'approve' ? 'filled' : 'default'} onClick={() => setDoing(act)}>
          {t(`substitutes.${act}`)}
        </Button>
      ))}
      {offered.map((act) => (
        <ConfirmDialog
          key={act}
          opened={doing === act}
          onClose={() => setDoing(null)}
          title={t(`substitutes.${act}Title`, what)}
          confirm={t(`substitutes.${act}`)}
          onConfirm={acts[act]}
        >
          {t(`substitutes.${act}Words`, what)}
        </ConfirmDialog>
      ))}
    </Group>
  );
}
