import './words';
import { i18next } from '../../i18n/i18n';
import type { TicketHolderFragment } from '../../generated/graphql';

/** What somebody who had a ticket is called; of who is not named or not shown, that. */
export function holderName({ kind, name }: TicketHolderFragment): string {
  if (name !== null && name !== undefined) return name;
  return i18next.t(kind === 'ANOTHER_PARTY' ? 'custody.anotherParty' : 'custody.unknown');
}
