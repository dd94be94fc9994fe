import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../ui/format-instant';
import { Panel } from '../ui/panel';
import { ToneBadge, type Tone } from '../ui/tone-badge';
import type { OfferVersion } from './offer-tab';
import classes from './offer.module.css';

const TONES: Record<OfferVersion['state'], Tone> = {
  DRAFT: 'neutral',
  PROPOSED: 'accent',
  PUBLISHED: 'good',
  REPLACED: 'neutral',
  WITHDRAWN: 'warning',
};

type Props = {
  versions: readonly OfferVersion[];
  slug: string;
  /** Makes a version the draft again; null while there is one. */
  again: ((id: string) => Promise<unknown>) | null;
};

/** Every version, newest first; each can be downloaded, and gone back to. */
export function VersionHistory({ versions, slug, again }: Props) {
  const { t } = useTranslation();
  return (
    <Panel title={t('catalog.offer.history')} flush>
      <ul className={classes.history}>
        {versions.map((version) => {
          const { id, number, state, reason } = version;
          return (
            <li key={id}>
              <div>
                <strong>{t('catalog.offer.version', { number })}</strong>{' '}
                <ToneBadge tone={TONES[state]}>{t(`catalog.offer.state.${state}`)}</ToneBadge>
                <div className="quiet">
                  {t(`catalog.offer.story.${state}`, storyOf(version, t('people.somebody')))}
                  {reason && `: ${reason}`}
                </div>
              </div>
              <div className={classes.actions}>
                {again && state !== 'PUBLISHED' && (
                  <Button
                    size="xs"
                    variant="default"
                    aria-label={t('catalog.offer.againOf', { number })}
                    onClick={() => void again(id).catch(() => undefined)}
                  >
                    {t('catalog.offer.again')}
                  </Button>
                )}
                <Button
                  component="a"
                  href={`/export/services/${slug}.yaml?version=${number}`}
                  download
                  size="xs"
                  variant="default"
                  aria-label={t('catalog.offer.downloadOf', { number })}
                >
                  {t('catalog.offer.download')}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

/** Who did what came last to it, and when. */
function storyOf({ state, draftedAt, proposedAt, decidedAt, ...who }: OfferVersion, somebody: string) {
  const day = (at: string | null) => formatInstant(at ?? draftedAt, { style: 'date' });
  if (state === 'DRAFT') return { day: day(null), name: who.writtenBy[0]?.name ?? somebody };
  if (state === 'PROPOSED') return { day: day(proposedAt), name: who.proposedBy?.name ?? somebody };
  return { day: day(decidedAt), name: who.decidedBy?.name ?? somebody };
}
