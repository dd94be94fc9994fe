import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../app/session';
import classes from './demo-banner.module.css';

const StartEmptyDialog = lazy(() =>
  import('./start-empty-dialog').then((module) => ({ default: module.StartEmptyDialog })),
);

/** Says that nothing here is real, how far the demo is filled, and how to begin without it. */
export function DemoBanner() {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const { data } = useQuery({
    ...sessionQuery,
    // While the demo fills, its progress is asked for again.
    refetchInterval: ({ state }) =>
      state.data?.session.demoFill && !state.data.session.demoFill.failed ? 1500 : false,
  });
  const session = data?.session;
  if (!session?.enterprise.demo) return null;
  const { demoFill, viewer } = session;

  return (
    <aside className={classes.banner} data-banner aria-label={t('people.demo.banner')}>
      <strong>{t('people.demo.banner')}</strong>
      <span>
        {!demoFill
          ? t('people.demo.bannerWords')
          : demoFill.failed
            ? t('people.demo.failed')
            : t('people.demo.filling', { done: demoFill.done, total: demoFill.total, step: demoFill.step })}
      </span>
      {viewer?.viewerCanStartEmpty && (
        <Button size="compact-xs" variant="default" onClick={() => setAsking(true)}>
          {t('people.demo.startEmpty')}
        </Button>
      )}
      <Suspense>{asking && <StartEmptyDialog onClose={() => setAsking(false)} />}</Suspense>
    </aside>
  );
}
