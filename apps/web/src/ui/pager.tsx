import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatNumber } from './format-number';

/** A page of a connection; some lists do not know how long they are. */
export type Page = {
  edges: readonly unknown[];
  totalCount?: number;
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
};

type Props = {
  page: Page;
  /** After which row the page begins; not given on the first. */
  cursor: string | undefined;
  onPage: (cursor: string | undefined) => void;
};

/** The ends of a cursor-paged list. The cursor stands in the URL, so the browser's back button is "previous". */
export function Pager({ page: { edges, totalCount, pageInfo }, cursor, onPage }: Props) {
  const { t } = useTranslation();
  return (
    <Group justify="space-between" gap="sm">
      <Text size="sm" className="quiet figures">
        {totalCount !== undefined &&
          t('ui.pager.shown', {
            count: totalCount,
            shown: formatNumber(edges.length),
            total: formatNumber(totalCount),
          })}
      </Text>
      <Group gap="xs">
        {cursor && (
          <Button size="xs" variant="default" onClick={() => onPage(undefined)}>
            {t('ui.pager.first')}
          </Button>
        )}
        {pageInfo.hasNextPage && (
          <Button size="xs" variant="default" onClick={() => onPage(pageInfo.endCursor ?? undefined)}>
            {t('ui.pager.next')}
          </Button>
        )}
      </Group>
    </Group>
  );
}
