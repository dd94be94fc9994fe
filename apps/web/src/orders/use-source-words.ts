import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { TeamsDocument, type StageRuleFragment } from '../generated/graphql';
import './approval-rule-words';

type Source = StageRuleFragment['from'][number];

/** Where the people of a stage come from, in words: "Budget owners of the unit that pays", "The team Compliance". */
export function useSourceWords(): (source: Source) => string {
  const { t } = useTranslation();
  const { data } = useQuery(query(TeamsDocument, {}));
  return ({ kind, team, role, within }) => {
    if (kind === 'TEAM') {
      const name = data?.teams.find(({ slug }) => slug === team)?.name ?? team;
      return t('approvalRules.source.TEAM', { name });
    }
    if (kind !== 'ROLE' || !role) return t(`approvalRules.source.${kind as 'PROVIDER'}`);
    return `${t(`people.role.${role}`)}, ${t(`approvalRules.within.${within ?? 'ORGANISATION'}`)}`;
  };
}
