import { useTranslation } from 'react-i18next';
import type { ProviderFigureFragment } from '../../generated/graphql';
import { formatDuration } from '../../ui/format-duration';
import { formatInstant } from '../../ui/format-instant';
import { SimpleTable } from '../../ui/simple-table';
import { ToneBadge } from '../../ui/tone-badge';

type Compared = ProviderFigureFragment['comparison'][number];

/** What each side says went wrong, beside each other, and what differs. */
export function IncidentComparison({ incidents, zone }: { incidents: readonly Compared[]; zone: string }) {
  const { t } = useTranslation();
  if (incidents.length === 0) return <p className="quiet">{t('records.noIncidents')}</p>;
  const told = (side: Compared['ours']) =>
    side ? (
      <>
        {side.label} <small className="quiet">{formatDuration(side.countedSeconds * 1000, { days: false })}</small>
      </>
    ) : (
      '–'
    );
  return (
    <SimpleTable
      label={t('records.incidents')}
      head={[t('records.when'), t('records.ours'), t('records.theirs'), t('records.difference')]}
      rows={incidents.map((one) => [
        formatInstant((one.ours ?? one.theirs)!.from, { zone }),
        told(one.ours),
        told(one.theirs),
        <Difference key="difference" incident={one} />,
      ])}
    />
  );
}

function Difference({ incident: { ours, theirs, differenceSeconds } }: { incident: Compared }) {
  const { t } = useTranslation();
  if (!theirs) return <ToneBadge tone="warning">{t('records.onlyOurs')}</ToneBadge>;
  if (!ours) return <ToneBadge tone="warning">{t('records.onlyTheirs')}</ToneBadge>;
  if (differenceSeconds === 0) return <ToneBadge tone="good">{t('records.same')}</ToneBadge>;
  const sign = differenceSeconds > 0 ? '+' : '−';
  return (
    <span className="figures">
      {sign}
      {formatDuration(Math.abs(differenceSeconds) * 1000, { days: false })}
    </span>
  );
}
