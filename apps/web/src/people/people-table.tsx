import { Group } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { TextLink } from '../app/text-link';
import { useTranslation } from 'react-i18next';
import { useToday } from '../app/use-today';
import type { PeopleQuery } from '../generated/graphql';
import { DataTable } from '../ui/data-table';
import type { Column } from '../ui/data-table-types';
import { ToneBadge } from '../ui/tone-badge';
import classes from './roles.module.css';

type Row = PeopleQuery['people']['edges'][number]['node'];

/** People with their unit and the roles that they hold or are proposed for. */
export function PeopleTable({ people, footer }: { people: Row[]; footer?: ReactNode }) {
  const { t } = useTranslation();
  const today = useToday();
  const columns = useMemo(
    (): Column<Row>[] => [
      {
        id: 'name',
        header: t('people.name'),
        primary: true,
        cell: (person) => (
          <Group gap="xs" wrap="nowrap">
            <TextLink to="/admin/people/$id" params={{ id: person.id }} fw={550} className="one-line">
              {person.name}
            </TextLink>
            {person.endedAt && <ToneBadge>{t('people.person.left')}</ToneBadge>}
          </Group>
        ),
      },
      { id: 'email', header: t('people.email'), cell: ({ email }) => email ?? '–' },
      { id: 'unit', header: t('people.unit'), cell: ({ unit }) => unit?.name ?? '–' },
      {
        id: 'roles',
        header: t('people.roles.title'),
        cell: ({ roles }) => {
          const held = (roles ?? []).filter(
            ({ state, endedAt, to }) =>
              !endedAt && (state === 'APPROVED' || state === 'PROPOSED') && !(to && to < today),
          );
          if (held.length === 0) return <span className="quiet">{t('people.noRole')}</span>;
          return (
            <Group gap={6} className={classes.held}>
              {held.map((role) => (
                <ToneBadge key={role.id} tone={role.state === 'PROPOSED' ? 'warning' : 'accent'}>
                  {t(`people.role.${role.role}`)}
                  {role.scopeKind !== 'ORGANISATION' && ` · ${role.scopeName}`}
                  {role.state === 'PROPOSED' && ` · ${t('people.standing.PROPOSED')}`}
                </ToneBadge>
              ))}
            </Group>
          );
        },
      },
    ],
    [t, today],
  );
  return (
    <DataTable label={t('app.nav.people')} columns={columns} rows={people} rowId={({ id }) => id} footer={footer} />
  );
}
