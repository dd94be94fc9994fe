import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Choice } from '../ui/choice';
import './bundle-words';
import './choosing-words';
import classes from './catalog.module.css';

export type Kinds = { marked?: true; show?: 'services' | 'bundles' };
type Props = Kinds & { onChange: (next: Kinds) => void };

/** Services, bundles or both; all, or what one marked. */
export function CatalogKinds({ marked, show, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes.kinds}>
      <Choice
        label={t('choosing.row.aspect')}
        size="xs"
        none={t('catalog.kinds.both')}
        data={(['services', 'bundles'] as const).map((value) => ({ value, label: t(`catalog.kinds.${value}`) }))}
        value={show ?? null}
        onChange={(value) => onChange({ show: value ?? undefined })}
      />
      <Checkbox
        size="sm"
        label={t('choosing.favourites')}
        checked={marked ?? false}
        onChange={(event) => onChange({ marked: event.currentTarget.checked || undefined })}
      />
    </div>
  );
}
