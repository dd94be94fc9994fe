import { Group } from '@mantine/core';
import { TextLink } from '../app/text-link';
import { useTranslation } from 'react-i18next';
import { useToday } from '../app/use-today';
import { formatDay } from '../ui/format-instant';
import { ToneBadge } from '../ui/tone-badge';
import { RoleActions } from './role-actions';
import { standingOf, toneOfStanding, type Assignment } from './role-words';
import { RoleStory } from './role-story';
import classes from './roles.module.css';

/** One role of one person: for what, from when, how it came about, and what can be done about it now. */
export function RoleCard({ role, withPerson }: { role: Assignment; withPerson?: boolean }) {
  const { t } = useTranslation();
  const standing = standingOf(role, useToday());
  const quiet = standing === 'OVER' || standing === 'REFUSED' || standing === 'WITHDRAWN';
  return (
    <article className={classes.card} data-quiet={quiet || undefined}>
      <div className={classes.words}>
        <div className={classes.head}>
          {withPerson && (
            <TextLink to="/admin/people/$id" params={{ id: role.person.id }} fw={600}>
              {role.person.name}
            </TextLink>
          )}
          <span>{t(`people.role.${role.role}`)}</span>
          <ToneBadge tone={toneOfStanding[standing]}>{t(`people.standing.${standing}`)}</ToneBadge>
        </div>
        <div className={classes.facts}>
          {t(`people.scope.${role.scopeKind}`, { name: role.scopeName })}
          {' · '}
          {role.to
            ? t('people.roles.fromTo', { from: formatDay(role.from), to: formatDay(role.to) })
            : t('people.roles.from', { from: formatDay(role.from) })}
        </div>
        <RoleStory role={role} />
      </div>
      <Group gap="xs">
        <RoleActions role={role} />
      </Group>
    </article>
  );
}
