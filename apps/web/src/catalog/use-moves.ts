import { useTranslation } from 'react-i18next';
import { useAct } from '../app/use-act';
import { CharterServiceDocument, PublishServiceDocument, type Lifecycle } from '../generated/graphql';

/** The moves by which a service comes to live, by where they lead. */
export function useMoves(id: string) {
  const { t } = useTranslation();
  const done = t('catalog.life.moved');
  const charter = useAct(CharterServiceDocument, { done });
  const publish = useAct(PublishServiceDocument, { done });
  return (to: Lifecycle): Promise<unknown> =>
    to === 'CHARTERED' ? charter.mutateAsync({ id }) : publish.mutateAsync({ id });
}
