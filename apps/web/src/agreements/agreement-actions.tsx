import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgreementOnPage } from './agreement-page';
import { onDemand } from '../ui/on-demand';

const EndAgreementDialog = onDemand(() => import('./end-agreement-dialog').then((module) => module.EndAgreementDialog));
const NewVersionDialog = onDemand(() => import('./new-version-dialog').then((module) => module.NewVersionDialog));

/** A new version, or the end of the agreement. */
export function AgreementActions({ agreement }: { agreement: AgreementOnPage }) {
  const { t } = useTranslation();
  const [doing, setDoing] = useState<'version' | 'end' | null>(null);
  const open = agreement.versions.some(({ state }) => state === 'DRAFT' || state === 'PROPOSED');
  if (agreement.endedOn) return null;
  return (
    <>
      {!open && (
        <Button size="xs" variant="default" onClick={() => setDoing('version')}>
          {t('agreements.newVersion')}
        </Button>
      )}
      {agreement.current && !agreement.proposedEnd && (
        <Button size="xs" variant="default" onClick={() => setDoing('end')}>
          {t('agreements.end')}
        </Button>
      )}
      {doing === 'version' && <NewVersionDialog agreement={agreement} onClose={() => setDoing(null)} />}
      {doing === 'end' && <EndAgreementDialog agreement={agreement} onClose={() => setDoing(null)} />}
    </>
  );
}
