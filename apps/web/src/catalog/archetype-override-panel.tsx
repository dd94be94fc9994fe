import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/use-act';
import { EndArchetypeOverrideDocument, type ArchetypeFragment } from '../generated/graphql';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { formatDay } from '../ui/format-instant';
import { onDemand } from '../ui/on-demand';
import { Panel } from '../ui/panel';
import type { ManagedService } from './manage-service-page';

const OverrideDialog = onDemand(() => import('./override-dialog').then((module) => module.OverrideDialog));

type Props = { service: ManagedService; archetypes: readonly ArchetypeFragment[] };

/** A decision to treat the service as another archetype, until a day, with its reason. Only the BT office takes it. */
export function ArchetypeOverridePanel({ service, archetypes }: Props) {
  const { t } = useTranslation();
  const [doing, setDoing] = useState<'override' | 'end' | null>(null);
  const end = useAct(EndArchetypeOverrideDocument, { done: t('catalog.archetype.overrideEnded') });
  const override = service.archetypeOverride;
  const may = archetypes.some(({ viewerCanChange }) => viewerCanChange);
  return (
    <Panel
      title={t('catalog.archetype.override')}
      actions={
        may && (
          <>
            <Button size="xs" variant="default" onClick={() => setDoing('override')}>
              {override ? t('catalog.archetype.decideAnew') : t('catalog.archetype.decide')}
            </Button>
            {override && (
              <Button size="xs" variant="default" onClick={() => setDoing('end')}>
                {t('catalog.archetype.endOverride')}
              </Button>
            )}
          </>
        )
      }
    >
      {override ? (
        <div>
          <strong>{override.archetype.name}</strong>{' '}
          {t('catalog.archetype.overridden', {
            name: override.decidedBy.name,
            until: formatDay(override.expiresOn),
            reason: override.reason,
          })}
        </div>
      ) : (
        <span className="quiet">{t(may ? 'catalog.archetype.noOverride' : 'catalog.archetype.officeDecides')}</span>
      )}
      {doing === 'override' && (
        <OverrideDialog service={service} archetypes={archetypes} onClose={() => setDoing(null)} />
      )}
      {doing === 'end' && (
        <ConfirmDialog
          opened
          onClose={() => setDoing(null)}
          title={t('catalog.archetype.endOverride')}
          confirm={t('catalog.archetype.endOverride')}
          withReason
          onConfirm={(reason) => end.mutateAsync({ id: service.id, reason })}
        >
          {service.suggestedArchetype
            ? t('catalog.archetype.thenSuggested', { name: service.suggestedArchetype.name })
            : t('catalog.archetype.thenNone')}
        </ConfirmDialog>
      )}
    </Panel>
  );
}
