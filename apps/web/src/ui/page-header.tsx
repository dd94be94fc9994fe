import { Box, Group, Text, Title } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { takeTitleFocus } from './title-focus';
import classes from './page-header.module.css';

type Props = {
  title: string;
  /** One plain sentence: which question this page answers. */
  subtitle?: ReactNode;
  /** The zone in which periods are cut; printed as "Periods in Europe/Berlin". */
  zone?: ReactNode;
  /** Above the title: breadcrumbs or the kind of thing. */
  above?: ReactNode;
  /** Beside the title: badges. */
  badges?: ReactNode;
  actions?: ReactNode;
};

/** The one h1 of a page; it names the document too. */
export function PageHeader({ title, subtitle, zone, above, badges, actions }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Accord`;
    if (takeTitleFocus()) heading.current?.focus({ preventScroll: true });
  }, [title]);

  return (
    <header className={classes.header}>
      <Box className={classes.words}>
        {above && <div className={classes.above}>{above}</div>}
        <Group gap="sm" align="center">
          <Title order={1} tabIndex={-1} ref={heading}>
            {title}
          </Title>
          {badges}
        </Group>
        {(subtitle || zone) && (
          <Text component="div" className={classes.subtitle}>
            {subtitle && <span>{subtitle}</span>}
            {zone && <span className={classes.zone}>{zone}</span>}
          </Text>
        )}
      </Box>
      {actions && (
        <Group gap="xs" data-page-acts>
          {actions}
        </Group>
      )}
    </header>
  );
}
