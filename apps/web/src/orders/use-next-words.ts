import { useTranslation } from 'react-i18next';
import { useViewer } from '../app/session';

type Named = { id: string; name: string };
export type Next = { nextActors: readonly Named[]; nextTeams?: readonly Named[]; stuckBecause?: string | null };

/** Who acts next, in words: "You or Olga Owner", "The team Workplace"; null when nobody does. */
export function useNextWords(): (next: Next) => string | null {
  const { t } = useTranslation();
  const { person } = useViewer();
  return ({ nextActors, nextTeams = [] }) => {
    if (nextTeams.length > 0) return t('orders.team', { name: nextTeams.map(({ name }) => name).join(', ') });
    const ordered = [...nextActors].sort((a, b) => Number(b.id === person.id) - Number(a.id === person.id));
    const names = ordered.map(({ id, name }) => (id === person.id ? t('orders.you') : name));
    const last = names.pop();
    if (last === undefined) return null;
    return names.length > 0 ? t('orders.or', { names: names.join(', '), last }) : last;
  };
}
