import { useTranslation } from 'react-i18next';
import { useAct } from '../app/use-act';
import {
  CharterServiceDocument,
  PublishServiceDocument,
  RetireServiceDocument,
  StartRetiringServiceDocument,
  type Lifecycle,
} from '../generated/graphql';

/** The four moves of a service's life by where they lead. */
export function useMoves(id: string) {
  const { t } = useTranslation();
  const done = t('catalog.life.moved');
  const charter = useAct(CharterServiceDocument, { done });
  const publish = useAct(PublishServiceDocument, { done });
  const startRetiring = useAct(StartRetiringServiceDocument, { done });
  const retire = useAct(RetireServiceDocument, { done });
  return (to: Lifecycle, reason: string): Promise<unknown> => {
    if (to === 'CHARTERED') return charter.mutateAsync({ id });
    if (to === 'LIVE') return publish.mutateAsync({ id });
    if (to === 'RETIRING') return startRetiring.mutateAsync({ id, reason });
    return retire.mutateAsync({ id, reason });
  };
}
