import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../app/text-link';
import type { SourceRowFragment } from '../../generated/graphql';
import { DataTable } from '../../ui/data-table';
import type { Column } from '../../ui/data-table-types';
import { formatDuration } from '../../ui/format-duration';
import { Instant } from '../../ui/instant';
import { SourceBadge, SourceWords } from './source-state';

const ofWatched = ['state', 'rhythm'];

type Props = {
  sources: SourceRowFragment[];
  /** How they stand is told of those that somebody waits for. */
  watched: boolean;
  footer: ReactNode;
};

/** Sources with what they bring, when they were heard last, and who acts next. */
export function SourceTable({ sources, watched, footer }: Props) {
  const { t } = useTranslation();
  const columns = useMemo(
    (): Column<SourceRowFragment>[] => [
      {
        id: 'name',
        header: t('sources.name'),
        primary: true,
        cell: ({ slug, name }) => (
          <TextLink to="/sources/$slug" params={{ slug }} fw={550}>
            {name}
          </TextLink>
        ),
      },
      { id: 'kind', header: t('sources.brings'), cell: ({ kind }) => t(`sources.kind.${kind}`) },
      {
        id: 'state',
        header: t('sources.stateLabel'),
        cell: (source) => (
          <>
            <SourceBadge state={source.state} />
            <SourceWords source={source} />
          </>
        ),
      },
      {
        id: 'lastSeen',
        header: t('sources.lastSeen'),
        cell: ({ lastSeenAt }) => <Instant at={lastSeenAt ?? null} />,
      },
      {
        id: 'rhythm',
        header: t('sources.rhythm'),
        align: 'end',
        cell: ({ rhythmMs }) =>
          rhythmMs == null ? <span className="quiet">{t('sources.noRhythm')}</span> : formatDuration(rhythmMs),
      },
      { id: 'series', header: t('sources.series'), align: 'end', cell: ({ seriesCount }) => seriesCount },
    ],
    [t],
  );
  return (
    <DataTable
      label={t('sources.title')}
      columns={watched ? columns : columns.filter(({ id }) => !ofWatched.includes(id))}
      rows={sources}
      rowId={({ id }) => id}
      serverSorted
      footer={footer}
    />
  );
}
