import { Button, Group, Text } from '@mantine/core';
import { IconChartDots, IconClockExclamation, IconFilterOff, IconLock, IconSparkles } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './empty-state.module.css';

type Kind =
  /** Nothing was ever made here; `action` is the first thing to do. */
  | { kind: 'nothingYet'; action?: ReactNode }
  /** Filters hide everything; they are shown, and `onClear` takes them away. */
  | { kind: 'noResults'; filters: string[]; onClear: () => void }
  /** `owner` is who can open it. */
  | { kind: 'noPermission'; owner: string; action?: ReactNode }
  /** The period has no measurement, which is not 0 %. */
  | { kind: 'noData'; action?: ReactNode }
  /** The feed is older than it should be. */
  | { kind: 'stale'; action?: ReactNode };

type Props = Kind & { title?: string; children?: ReactNode };

const icons = {
  nothingYet: IconSparkles,
  noResults: IconFilterOff,
  noPermission: IconLock,
  noData: IconChartDots,
  stale: IconClockExclamation,
};

/** Why there is nothing to see, and what to do about it. Five kinds, because they call for five different acts. */
export function EmptyState(props: Props) {
  const { t } = useTranslation();
  const Icon = icons[props.kind];
  return (
    <div className={classes.state} data-kind={props.kind}>
      <span className={classes.icon} aria-hidden>
        <Icon size={22} stroke={1.6} />
      </span>
      <Text component="h2" className={classes.title}>
        {props.title ?? t(`ui.empty.${props.kind}.title`)}
      </Text>
      <Text component="div" className={classes.words}>
        {props.children ??
          (props.kind === 'noPermission'
            ? t('ui.empty.noPermission.words', { owner: props.owner })
            : t(`ui.empty.${props.kind}.words`))}
      </Text>
      {props.kind === 'noResults' ? (
        <>
          <Group gap={6} justify="center">
            {props.filters.map((filter) => (
              <span key={filter} className={classes.filter}>
                {filter}
              </span>
            ))}
          </Group>
          <Button variant="default" size="xs" onClick={props.onClear}>
            {t('ui.empty.noResults.clear')}
          </Button>
        </>
      ) : (
        props.action
      )}
    </div>
  );
}
