import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeWord } from '../i18n/code-word';
import { i18next } from '../i18n/i18n';
import { ChangedValues } from '../ui/changed-values';
import { formatDuration } from '../ui/format-duration';
import { differences } from '../ui/json-differences';
import { KeyValueList } from '../ui/key-value-list';
import { onDemand } from '../ui/on-demand';
import { Panel } from '../ui/panel';
import '../performance/words';
import type { AgreementOnPage, Version } from './agreement-page';
import classes from './agreement.module.css';
import { formatHours } from './hours-text';

const VersionRulesDialog = onDemand(() => import('./version-rules-dialog').then((module) => module.VersionRulesDialog));

const factWords = (key: string) => codeWord('agreements.fact', key);
type Props = { agreement: AgreementOnPage; version: Version; before: Version | null };

/** What time does not count, what maintenance must keep to, when periods close, and who hears of what when. */
export function VersionRules({ agreement, version, before }: Props) {
  const { t } = useTranslation();
  const [changing, setChanging] = useState(false);
  const facts = rulesFacts(version);
  const old = before && rulesFacts(before);
  return (
    <div className={classes.cards}>
      <Panel
        title={t('agreements.rules.title')}
        actions={
          version.viewerCanChange && (
            <Button size="xs" variant="default" onClick={() => setChanging(true)}>
              {t('agreements.rules.change')}
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
            <ChangedValues label={t('agreements.rules.title')} before={old} after={facts} nameOf={factWords} />
          </div>
        )}
      </Panel>
      {changing && <VersionRulesDialog agreement={agreement} version={version} onClose={() => setChanging(false)} />}
    </div>
  );
}

/** Every rule in words; what the contract does not say is said too. */
function rulesFacts(version: Version): Record<string, string> {
  const { t } = i18next;
  const { exclusionCategories, maintenanceRules: rules, closing, closingDays, ticketAlertPercents } = version;
  const windows = rules?.windows
    ?.map(({ day, hours }) => `${codeWord('agreements.weekday', day)} ${formatHours(hours)}`)
    .join('; ');
  return {
    exclusionCategories:
      exclusionCategories?.map((category) => t(`performance.exclude.category.${category}`)).join(', ') ??
      t('agreements.rules.anyCategory'),
    maintenanceNotice:
      rules?.noticeHours == null
        ? t('agreements.rules.noRule')
        : t('agreements.rules.noticeWords', { time: formatDuration(rules.noticeHours * 3_600_000) }),
    maintenanceMost:
      rules?.mostMinutes == null
        ? t('agreements.rules.noRule')
        : t('agreements.rules.mostWords', { time: formatDuration(rules.mostMinutes * 60_000) }),
    maintenanceWindows: windows ?? t('agreements.rules.noRule'),
    closing:
      closing === 'BY_ITSELF'
        ? t('agreements.rules.closesAfter', { count: closingDays ?? 0 })
        : t(`agreements.rules.closing.${closing}`),
    ticketAlerts:
      ticketAlertPercents.length > 0
        ? t('agreements.rules.ticketAlertsWords', {
            shares: ticketAlertPercents.map((share) => `${share} %`).join(', '),
          })
        : t('agreements.rules.nobody'),
    urgentAtAnyHour: t(version.urgentAtAnyHour ? 'agreements.rules.urgentAlways' : 'agreements.rules.urgentWaits'),
  };
}
