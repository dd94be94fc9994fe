import { useTranslation } from 'react-i18next';
import { todayIn } from '../app/use-today';
import { ToneBadge, type Tone } from '../ui/tone-badge';
import type { AgreementOnPage, Version } from './agreement-page';

type Standing = 'DRAFT' | 'PROPOSED' | 'REFUSED' | 'IN_FORCE' | 'COMING' | 'OVER';
const tones: Record<Standing, Tone> = {
  DRAFT: 'accent',
  PROPOSED: 'warning',
  REFUSED: 'bad',
  IN_FORCE: 'good',
  COMING: 'accent',
  OVER: 'neutral',
};

/** Where a version stands today; an approved one may still be to come, or be over. */
export function versionStanding({ timeZone }: Pick<AgreementOnPage, 'timeZone'>, version: Version): Standing {
  if (version.state !== 'IN_FORCE') return version.state;
  const today = todayIn(timeZone);
  if (version.effectiveFrom > today) return 'COMING';
  return version.effectiveTo && version.effectiveTo < today ? 'OVER' : 'IN_FORCE';
}

export function VersionBadge({ agreement, version }: { agreement: AgreementOnPage; version: Version }) {
  const { t } = useTranslation();
  const standing = versionStanding(agreement, version);
  return <ToneBadge tone={tones[standing]}>{t(`agreements.standing.${standing}`)}</ToneBadge>;
}
