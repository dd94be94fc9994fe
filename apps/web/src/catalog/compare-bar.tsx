import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../app/link-button';
import './choosing-words';
import classes from './service-list.module.css';

type Props = { chosen: string[]; onClear: () => void };

/** How many are chosen, and the way to see them side by side. */
export function CompareBar({ chosen, onClear }: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes.bar} role="status">
      <span>
        {t('choosing.chosen', { count: chosen.length })}{' '}
        <span className="quiet">{chosen.length === 1 ? t('choosing.chooseTwo') : t('choosing.most')}</span>
      </span>
      {chosen.length > 1 && (
        <LinkButton to="/catalog/compare" search={{ v: chosen }} size="xs">
          {t('choosing.compareThem')}
        </LinkButton>
      )}
      <Button size="xs" variant="default" onClick={onClear}>
        {t('choosing.clear')}
      </Button>
    </div>
  );
}
