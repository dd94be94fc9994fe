import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeWord } from '../i18n/code-word';
import { i18next } from '../i18n/i18n';
import { formatDuration } from '../ui/format-duration';
import { onDemand } from '../ui/on-demand';
import '../performance/words';
import type { AgreementOnPage, Version } from './agreement-page';
import classes from './agreement.module.css';
import { FactsPanel } from './facts-panel';
import { formatHours } from './hours-text';

const VersionRulesDialog = onDemand(() => import('./version-rules-dialog').then((module) => module.VersionRulesDialog));

const factWords = (key: string) => codeWord('agreements.fact', key);
type Props = { agreement: AgreementOnPage; version: Version; before: Version | null };

/** What time does not count, what maintenance must keep to, when periods close, and who hears of what when. */
export function VersionRules({ agreement, version, before }: Props) {
  const { t } = useTranslation();
  const [changing, setChanging] = useState(false);
  return (
    <div className={classes.cards}>
      <FactsPanel
        title={t('agreements.rules.title')}
        version={version}
        facts={rulesFacts(version)}
        before={before && rulesFacts(before)}
        nameOf={factWords}
        change={t('agreements.rules.change')}
        onChange={() => setChanging(true)}
      />
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
            shares: ticketAlertPercents.map((share) => `${share}%`).join(', '),
          })
        : t('agreements.rules.nobody'),
    urgentAtAnyHour: t(version.urgentAtAnyHour ? 'agreements.rules.urgentAlways' : 'agreements.rules.urgentWaits'),
  };
}
