import { Anchor, Breadcrumbs as Trail, Text } from '@mantine/core';
import { Link, type LinkProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** Plain words without an address: a place that the viewer may not enter. */
export type Crumb = { label: string } & Pick<LinkProps, 'to' | 'params' | 'search'>;

/** Where the page stands. The page itself is not in it: it is the heading below. */
export function Breadcrumbs({ crumbs }: { crumbs: Crumb[] }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('ui.breadcrumbs')}>
      <Trail separator="/" separatorMargin={6}>
        {crumbs.map(({ label, ...link }) =>
          link.to ? (
            <Anchor key={label} size="sm" component={Link} {...(link as object)}>
              {label}
            </Anchor>
          ) : (
            <Text key={label} size="sm" component="span" className="quiet">
              {label}
            </Text>
          ),
        )}
      </Trail>
    </nav>
  );
}
