import { Group, Text } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import classes from './panel.module.css';

type Props = {
  title?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  flush?: boolean;
  isItem?: boolean;
};

/** A titled part of a page; one of many like it is a row for the keys, and no landmark. `flush` lets a table reach its edges. */
export function Panel({ title, description, actions, children, flush, isItem }: Props) {
  const id = useId();
  const Part = isItem ? 'article' : 'section';
  return (
    <Part className={classes.panel} aria-labelledby={title ? id : undefined} data-row={isItem || undefined}>
      {(title || actions) && (
        <Group justify="space-between" align="flex-start" className={classes.head} gap="xs">
          <div>
            {title && (
              <Text component="h2" id={id} className={classes.title}>
                {title}
              </Text>
            )}
            {description && (
              <Text size="sm" className="quiet">
                {description}
              </Text>
            )}
          </div>
          {actions && <Group gap="xs">{actions}</Group>}
        </Group>
      )}
      <div className={flush ? undefined : classes.body}>{children}</div>
    </Part>
  );
}
