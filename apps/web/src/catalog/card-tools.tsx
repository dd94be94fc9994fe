import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ServiceCardFragment } from '../generated/graphql';
import './choosing-words';
import { FavouriteStar } from './favourite-star';
import classes from './service-list.module.css';

/** Side by side there is room for four. */
const most = 4;

type Props = {
  service: ServiceCardFragment;
  /** Slugs of the services to compare. */
  chosen: readonly string[];
  onChoose: (slugs: string[]) => void;
};

/** What one does with a card beside opening it: mark it, and choose it for comparing. */
export function CardTools({ service, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const { slug, name } = service;
  const isChosen = chosen.includes(slug);
  return (
    <div className={classes.tools}>
      <Checkbox
        size="xs"
        label={t('choosing.compare')}
        aria-label={t('choosing.compareThis', { name })}
        checked={isChosen}
        disabled={!isChosen && chosen.length >= most}
        onChange={() => onChoose(isChosen ? chosen.filter((one) => one !== slug) : [...chosen, slug])}
      />
      <FavouriteStar service={service} />
    </div>
  );
}
