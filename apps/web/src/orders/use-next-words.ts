import { useTranslation } from 'react-i18next';
import { useViewer } from '../app/session';

type Named = { id: string; name: string };
export type Next = { nextActors: readonly Named[]; nextTeam?: Named | null };

/** Who acts next, in words: "You or Olga Owner", "The team Workplace"; null when nobody does. */
export function useNextWords(): (next: Next) => string | null {
  const { t } = useTranslation();
  const { person } = useViewer();
  return ({ nextActors, nextTeam }) => {
    if (nextTeam) return t('orders.team', { name: nextTeam.name });
    const ordered = [...nextActors].sort((a, b) => Number(b.id === person.id) - Number(a.id === person.id));
    const names = ordered.map(({ id, name }) => (id === person.id ? t('orders.you') : name));
    const last = names.pop();
    if (last === undefined) return null;
    return names.length > 0 ? t('orders.or', { names: names.join(', '), last }) : last;
  };
}
