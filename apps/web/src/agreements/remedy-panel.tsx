import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeWord } from '../i18n/code-word';
import { onDemand } from '../ui/on-demand';
import type { AgreementOnPage, Version } from './agreement-page';
import { FactsPanel } from './facts-panel';
import { remedyFacts } from './remedy-facts';

const RemedyDialog = onDemand(() => import('./remedy-dialog').then((module) => module.RemedyDialog));

const factWords = (key: string) => codeWord('agreements.remedy.fact', key);
type Props = { agreement: AgreementOnPage; version: Version; before: Version | null };

/** What missing several promises costs together, until when it can be claimed, and what changed of it. */
export function RemedyPanel({ agreement, version, before }: Props) {
  const { t } = useTranslation();
  const [changing, setChanging] = useState(false);
  return (
    <>
      <FactsPanel
        title={t('agreements.remedy.title')}
        version={version}
        facts={remedyFacts(version.remedy, agreement)}
        before={before && remedyFacts(before.remedy, agreement)}
        nameOf={factWords}
        change={t('agreements.remedy.change')}
        onChange={() => setChanging(true)}
      />
      {changing && <RemedyDialog agreement={agreement} version={version} onClose={() => setChanging(false)} />}
    </>
  );
}
