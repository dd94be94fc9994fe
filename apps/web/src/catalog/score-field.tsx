import { SegmentedControl, Text } from '@mantine/core';
import { useController } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { fieldId } from '../ui/use-field';
import classes from './manage.module.css';
import type { ScoreName } from './score-names';

/** One of the four scores from 1 to 5, with what the ends mean. */
export function ScoreField({ name, prefix = 'scores' }: { name: ScoreName; prefix?: string }) {
  const { t } = useTranslation();
  const path = `${prefix}.${name}`;
  const { field, fieldState } = useController({ name: path });
  const label = t(`catalog.score.${name}.name`);
  return (
    <div className={classes.score} id={fieldId(path)} tabIndex={-1}>
      <div>
        <div>{label}</div>
        <Text size="sm" className="quiet">
          {t(`catalog.score.${name}.words`)}
        </Text>
        {fieldState.error?.message && (
          <Text size="xs" c="var(--mantine-color-error)">
            {t('ui.form.required')}
          </Text>
        )}
      </div>
      <SegmentedControl
        aria-label={label}
        data={['1', '2', '3', '4', '5']}
        // Mantine marks its first value when there is none; a score that nobody gave must not look given.
        value={field.value ? String(field.value) : ''}
        onChange={(value) => field.onChange(Number(value))}
      />
    </div>
  );
}
