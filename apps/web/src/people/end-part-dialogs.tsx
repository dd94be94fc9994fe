import { useTranslation } from 'react-i18next';
import { useAct } from '../app/use-act';
import { EndBusinessUnitDocument, EndTeamDocument } from '../generated/graphql';
import { ConfirmDialog } from '../ui/confirm-dialog';

type Props = { part: { id: string; name: string }; onClose: () => void };

/** A unit goes once nothing belongs to it; the server names what still does. */
export function EndUnitDialog({ part: { id, name }, onClose }: Props) {
  const { t } = useTranslation();
  const end = useAct(EndBusinessUnitDocument, { done: t('people.units.ended', { name }) });
  return <EndPart {...{ name, onClose }} end={(reason) => end.mutateAsync({ id, reason })} />;
}

export function EndTeamDialog({ part: { id, name }, onClose }: Props) {
  const { t } = useTranslation();
  const end = useAct(EndTeamDocument, { done: t('people.units.ended', { name }) });
  return <EndPart {...{ name, onClose }} end={(reason) => end.mutateAsync({ id, reason })} />;
}

type EndProps = { name: string; onClose: () => void; end: (reason: string) => Promise<unknown> };

function EndPart({ name, onClose, end }: EndProps) {
  const { t } = useTranslation();
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('people.units.endTitle', { name })}
      confirm={t('people.units.end')}
      danger
      withReason
      onConfirm={end}
    >
      {t('people.units.endWords')}
    </ConfirmDialog>
  );
}
