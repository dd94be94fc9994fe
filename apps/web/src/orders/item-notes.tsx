import { useTranslation } from 'react-i18next';
import { termWords } from '../catalog/term-words';
import type { OrderKind, TermWordsFragment } from '../generated/graphql';
import { formatDay } from '../ui/format-instant';

type Named = { name: string } | null;
type Props = {
  item: {
    kind: OrderKind;
    /** Last day of the term that holds it back. */
    heldBackTo: string | null;
    /** The SLA that ends with it. */
    endsAgreement?: Named;
    plan: TermWordsFragment & { agreement?: Named };
  };
  /** Which of several items. */
  of?: string | undefined;
};

const BINDING: readonly OrderKind[] = ['SUBSCRIBE', 'CHANGE', 'RENEW'];

/** What one might not expect of an item: for how long it binds, from when it holds, and what ends with it. */
export function ItemNotes({ item: { kind, heldBackTo, endsAgreement, plan }, of }: Props) {
  const { t } = useTranslation();
  const next = plan.agreement?.name;
  const term = BINDING.includes(kind) ? termWords(plan, t) : null;
  const notes = [
    term && `${term}.`,
    heldBackTo &&
      t(kind === 'TERMINATE' ? 'orders.item.endsWithTerm' : 'orders.item.beginsAfterTerm', {
        day: formatDay(heldBackTo),
      }),
    endsAgreement &&
      (next
        ? t('orders.item.agreementChanges', { name: endsAgreement.name, next })
        : t('orders.item.agreementEnds', { name: endsAgreement.name })),
  ].filter((note) => typeof note === 'string');
  if (notes.length === 0) return null;
  return (
    <p>
      {of && <strong>{of}: </strong>}
      {notes.join(' ')}
    </p>
  );
}
