import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeWord } from '../i18n/code-word';
import { i18next } from '../i18n/i18n';
import { ChangedValues } from '../ui/changed-values';
import { formatDay } from '../ui/format-instant';
import { formatMoney } from '../ui/format-money';
import { differences } from '../ui/json-differences';
import { KeyValueList } from '../ui/key-value-list';
import { onDemand } from '../ui/on-demand';
import { Panel } from '../ui/panel';
import type { AgreementOnPage, Version } from './agreement-page';
import classes from './agreement.module.css';
import { RemedyPanel } from './remedy-panel';

const VersionTextsDialog = onDemand(() => import('./version-texts-dialog').then((module) => module.VersionTextsDialog));

const factWords = (key: string) => codeWord('agreements.fact', key);
type Props = { agreement: AgreementOnPage; version: Version; before: Version | null };

/** What else a version says: the charge that credits are taken of, and terms that are kept as text. */
export function VersionTexts({ agreement, version, before }: Props) {
  const { t } = useTranslation();
  const [changing, setChanging] = useState(false);
  const facts = textFacts(version, agreement);
  const old = before && textFacts(before, agreement);
  const texts = (['capText', 'claimText', 'exclusionsText', 'notesText', 'sourceText'] as const).filter(
    (key) => version[key],
  );
  return (
    <div className={classes.cards}>
      <Panel
        title={t('agreements.otherTerms')}
        actions={
          version.viewerCanChange && (
            <Button size="xs" variant="default" onClick={() => setChanging(true)}>
              {t('agreements.changeTexts')}
            </Button>
          )
        }
      >
        <KeyValueList
          columns={2}
          items={[
            { label: factWords('effectiveFrom'), value: formatDay(version.effectiveFrom) },
            ...(facts['monthlyCharge'] || version.viewerCanChange
              ? [
                  {
                    label: factWords('monthlyCharge'),
                    value: facts['monthlyCharge'] ?? <span className="quiet">{t('agreements.noCharge')}</span>,
                  },
                ]
              : []),
            ...(facts['record'] ? [{ label: factWords('record'), value: facts['record'] }] : []),
          ]}
        />
        {texts.map((key) => (
          <div key={key} style={{ marginTop: '0.875rem' }}>
            <div className={classes.label}>{factWords(key)}</div>
            <div className={classes.text}>{version[key]}</div>
          </div>
        ))}
        {old && differences(old, facts).length > 0 && (
          <div className={classes.changes}>
            <h3>{t('agreements.changedSince', { number: version.number - 1 })}</h3>
            <ChangedValues label={t('agreements.otherTerms')} before={old} after={facts} nameOf={factWords} />
          </div>
        )}
      </Panel>
      <RemedyPanel agreement={agreement} version={version} before={before} />
      {changing && <VersionTextsDialog agreement={agreement} version={version} onClose={() => setChanging(false)} />}
    </div>
  );
}

function textFacts(version: Version, { kind, currency }: AgreementOnPage): Record<string, string> {
  const { monthlyCharge, measuredBy, objectionDays, capText, claimText, exclusionsText, notesText, sourceText } =
    version;
  const all = {
    monthlyCharge: monthlyCharge && formatMoney({ amount: monthlyCharge, currency }),
    record: kind === 'SLA' ? null : recordWords(measuredBy, objectionDays ?? null),
    capText,
    claimText,
    exclusionsText,
    notesText,
    sourceText,
  };
  return Object.fromEntries(Object.entries(all).flatMap(([key, value]) => (value ? [[key, value]] : [])));
}

function recordWords(measuredBy: Version['measuredBy'], count: number | null): string {
  const who = i18next.t(`agreements.record.measuredBy.${measuredBy}`);
  return count === null ? who : i18next.t('agreements.record.until', { who, count });
}
