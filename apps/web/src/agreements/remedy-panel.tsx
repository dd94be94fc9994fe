import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeWord } from '../i18n/code-word';
import { ChangedValues } from '../ui/changed-values';
import { differences } from '../ui/json-differences';
import { KeyValueList } from '../ui/key-value-list';
import { onDemand } from '../ui/on-demand';
import { Panel } from '../ui/panel';
import type { AgreementOnPage, Version } from './agreement-page';
import classes from './agreement.module.css';
import { remedyFacts } from './remedy-facts';

const RemedyDialog = onDemand(() => import('./remedy-dialog').then((module) => module.RemedyDialog));

const factWords = (key: string) => codeWord('agreements.remedy.fact', key);
type Props = { agreement: AgreementOnPage; version: Version; before: Version | null };

/** What missing several promises costs together, until when it can be claimed, and what changed of it. */
export function RemedyPanel({ agreement, version, before }: Props) {
  const { t } = useTranslation();
  const [changing, setChanging] = useState(false);
  const facts = remedyFacts(version.remedy, agreement);
  const old = before && remedyFacts(before.remedy, agreement);
  return (
    <Panel
      title={t('agreements.remedy.title')}
      actions={
        version.viewerCanChange && (
          <Button size="xs" variant="default" onClick={() => setChanging(true)}>
            {t('agreements.remedy.change')}
          </Button>
        )
      }
    >
      <KeyValueList
        columns={2}
        items={Object.entries(facts).map(([key, value]) => ({ label: factWords(key), value }))}
      />
      {old && differences(old, facts).length > 0 && (
        <div className={classes.changes}>
          <h3>{t('agreements.changedSince', { number: version.number - 1 })}</h3>
          <ChangedValues label={t('agreements.remedy.title')} before={old} after={facts} nameOf={factWords} />
        </div>
      )}
      {changing && <RemedyDialog agreement={agreement} version={version} onClose={() => setChanging(false)} />}
    </Panel>
  );
}
