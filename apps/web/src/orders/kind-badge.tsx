import { useTranslation } from 'react-i18next';
import type { OrderKind } from '../generated/graphql';
import { ToneBadge, type Tone } from '../ui/tone-badge';

const tones: Partial<Record<OrderKind, Tone>> = { SUSPEND: 'warning', TERMINATE: 'bad' };

/** What an item does to a subscription; a new one, being usual, says nothing. */
export function KindBadge({ kind }: { kind: OrderKind }) {
  const { t } = useTranslation();
  return kind === 'SUBSCRIBE' ? null : <ToneBadge tone={tones[kind] ?? 'accent'}>{t(`orders.kind.${kind}`)}</ToneBadge>;
}
