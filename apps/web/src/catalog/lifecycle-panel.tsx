import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LifecycleCodes, type Lifecycle } from '../generated/graphql';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { onDemand } from '../ui/on-demand';
import { Panel } from '../ui/panel';
import type { ManagedService } from './manage-service-page';
import classes from './manage.module.css';
import './retirement/words';
import { useMoves } from './use-moves';
import { publishingNeeds } from './what-is-missing';

const RetireDialog = onDemand(() => import('./retirement/retire-dialog').then((module) => module.RetireDialog));

/** Where the service stands in its life, what comes next, what that still needs, and who decides it. */
export function LifecyclePanel({ service }: { service: ManagedService }) {
  const { t } = useTranslation();
  const { lifecycle, viewerCanMoveTo, name } = service;
  const [moving, setMoving] = useState<Lifecycle | null>(null);
  const [retiring, setRetiring] = useState(false);
  const moves = useMoves(service.id);
  const needsSomebody = lifecycle === 'PROPOSED' || lifecycle === 'CHARTERED';
  const place = LifecycleCodes.indexOf(lifecycle);
  const next = viewerCanMoveTo[0];
  const needs = lifecycle === 'CHARTERED' ? publishingNeeds(service) : [];
  const ready = needs.every(({ met }) => met);
  return (
    <Panel
      title={t('catalog.life.title')}
      description={t(`catalog.life.${lifecycle}`)}
      actions={
        <>
          {next && (
            <Button size="xs" variant={ready ? 'filled' : 'default'} onClick={() => setMoving(next)}>
              {t(`catalog.moveTo.${next}`)}
            </Button>
          )}
          {lifecycle === 'LIVE' && (
            <Button size="xs" variant="default" onClick={() => setRetiring(true)}>
              {t('retirement.retire')}
            </Button>
          )}
        </>
      }
    >
      <ol className={classes.steps}>
        {LifecycleCodes.map((code, step) => (
          <li key={code} data-done={step < place || undefined} aria-current={step === place ? 'step' : undefined}>
            <i aria-hidden>{step < place ? '✓' : step + 1}</i>
            {t(`catalog.lifecycle.${code}`)}
          </li>
        ))}
      </ol>
      {needs.length > 0 && (
        <ul className={classes.missing} aria-label={t('catalog.life.needs')}>
          {needs.map(({ need, met }) => (
            <li key={need} data-done={met || undefined}>
              {t(`catalog.need.${need}.${met ? 'met' : 'unmet'}`)}
            </li>
          ))}
        </ul>
      )}
      {retiring && <RetireDialog service={service} plan={null} onClose={() => setRetiring(false)} />}
      {!next && needsSomebody && (
        <p className="quiet">{t(lifecycle === 'PROPOSED' ? 'catalog.life.waitsOffice' : 'catalog.life.waitsOwner')}</p>
      )}
      {moving && (
        <ConfirmDialog
          opened
          onClose={() => setMoving(null)}
          title={t(`catalog.move.${moving}.title` as 'catalog.move.LIVE.title', { name })}
          confirm={t(`catalog.moveTo.${moving}`)}
          onConfirm={() => moves(moving)}
        >
          {t(`catalog.move.${moving}.words` as 'catalog.move.LIVE.words')}
        </ConfirmDialog>
      )}
    </Panel>
  );
}
