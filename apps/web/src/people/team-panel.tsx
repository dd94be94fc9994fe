import { Button } from '@mantine/core';
import { useState } from 'react';
import { TextLink } from '../app/text-link';
import { useTranslation } from 'react-i18next';
import { useToday } from '../app/use-today';
import type { TeamsQuery } from '../generated/graphql';
import { formatDay } from '../ui/format-instant';
import { onDemand } from '../ui/on-demand';
import { Panel } from '../ui/panel';
import classes from './units.module.css';

const AddMemberDialog = onDemand(() => import('./add-member-dialog').then((module) => module.AddMemberDialog));
const EndTeamDialog = onDemand(() => import('./end-part-dialogs').then((module) => module.EndTeamDialog));
const EndMembershipDialog = onDemand(() =>
  import('./end-membership-dialog').then((module) => module.EndMembershipDialog),
);

export type Team = TeamsQuery['teams'][number];
export type Membership = Team['members'][number];

/** A team and its memberships, with their dates. */
export function TeamPanel({ team }: { team: Team }) {
  const { t } = useTranslation();
  const today = useToday();
  const [adding, setAdding] = useState(false);
  const [isEndingTeam, setEndingTeam] = useState(false);
  const [ending, setEnding] = useState<Membership | null>(null);
  return (
    <Panel
      title={team.name}
      description={team.unit?.name}
      actions={
        <>
          {team.viewerCanChangeMembers && (
            <Button
              size="xs"
              variant="default"
              aria-label={t('people.teams.addMemberLabel', { name: team.name })}
              onClick={() => setAdding(true)}
            >
              {t('people.teams.addMember')}
            </Button>
          )}
          <Button
            size="xs"
            variant="default"
            aria-label={t('people.units.endLabel', { name: team.name })}
            onClick={() => setEndingTeam(true)}
          >
            {t('people.units.end')}
          </Button>
        </>
      }
    >
      {team.members.length === 0 ? (
        <span className="quiet">{t('people.teams.nobody')}</span>
      ) : (
        <ul className={classes.members} aria-label={t('people.teams.members', { name: team.name })}>
          {team.members.map((member) => (
            <li key={member.id}>
              <span>
                <TextLink to="/admin/people/$id" params={{ id: member.person.id }} underline="always">
                  {member.person.name}
                </TextLink>{' '}
                <span className="quiet">
                  {member.to
                    ? t('people.roles.fromTo', { from: formatDay(member.from), to: formatDay(member.to) })
                    : t('people.roles.from', { from: formatDay(member.from) })}
                </span>
              </span>
              {team.viewerCanChangeMembers && (member.to === null || member.to > today) && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={t('people.teams.endLabel', { name: member.person.name })}
                  onClick={() => setEnding(member)}
                >
                  {t('people.teams.end')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {!team.viewerCanChangeMembers && <p className="quiet">{t('people.teams.paysYou')}</p>}
      {isEndingTeam && <EndTeamDialog part={team} onClose={() => setEndingTeam(false)} />}
      {adding && <AddMemberDialog team={team} onClose={() => setAdding(false)} />}
      {ending && <EndMembershipDialog team={team} member={ending} onClose={() => setEnding(null)} />}
    </Panel>
  );
}
