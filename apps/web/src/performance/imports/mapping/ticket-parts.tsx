import type { TicketState } from '@accord/domain';
import { useTranslation } from 'react-i18next';
import { codeWord } from '../../../i18n/code-word';
import { Choice } from '../../../ui/choice';
import { ColumnChoice, type FileColumn } from './column-choice';
import { type TicketDraft, withMeaning } from './draft';
import { ListInput } from './list-input';
import { Part } from './part';
import { PriorityPart } from './priority-part';
import { ValueMeanings } from './value-meanings';

type Props = { draft: TicketDraft; columns: FileColumn[]; onChange: (draft: TicketDraft) => void };

/** Listed here and not taken from the domain, whose validation would come along. */
const ticketStates = ['new', 'active', 'paused', 'resolved', 'closed', 'cancelled'] as const satisfies TicketState[];

/** Which columns tell of a ticket, and what their values mean. */
export function TicketParts({ draft, columns, onChange }: Props) {
  const { t } = useTranslation();
  const { identity, clock, state, pause, holder, author } = draft;
  const set = (part: Partial<TicketDraft>) => onChange({ ...draft, ...part });
  const words = (name: string) => codeWord('mapping.field', name);
  const column = (name: string | undefined) => columns.find((one) => one.name === name);
  const states = ticketStates.map((value) => ({ value, label: codeWord('performance.ticket.state', value) }));
  const shared = { columns };
  const identified = (name: keyof TicketDraft['identity'], required = false) => (
    <ColumnChoice
      {...shared}
      label={words(name)}
      value={identity[name]}
      required={required}
      hint={name === 'sequence' ? t('mapping.sequenceHint') : undefined}
      onChange={(value) => set({ identity: { ...identity, [name]: value } })}
    />
  );
  const timed = (name: keyof TicketDraft['clock'], required = false) => (
    <ColumnChoice
      {...shared}
      label={words(name)}
      value={clock[name]}
      required={required}
      onChange={(value) => set({ clock: { ...clock, [name]: value } })}
    />
  );
  return (
    <>
      <Part title={t('mapping.which')}>
        {identified('number', true)}
        {identified('observedAt', true)}
        {identified('sequence')}
      </Part>
      <Part title={t('mapping.clocks')}>
        {timed('openedAt', true)}
        {timed('firstResponseAt')}
        {timed('resolvedAt')}
        {timed('closedAt')}
      </Part>
      <Part title={t('mapping.states')}>
        <ColumnChoice
          {...shared}
          label={words('state')}
          value={state.column}
          required
          onChange={(value) => set({ state: { ...state, column: value } })}
        />
        <ValueMeanings
          column={column(state.column)}
          known={Object.keys(state.values)}
          meaningOf={(value) => state.values[value] ?? null}
          onChange={(value, meaning) =>
            set({ state: { ...state, values: withMeaning(state.values, value, meaning as TicketState | null) } })
          }
          options={states}
          none={t('mapping.asOthers')}
        />
        <Choice
          label={t('mapping.otherwise')}
          data={[{ value: 'refuse', label: t('mapping.refuse') } as const, ...states]}
          value={state.otherwise}
          onChange={(value) => set({ state: { ...state, otherwise: value ?? 'refuse' } })}
        />
        <ColumnChoice
          {...shared}
          label={words('pause')}
          value={pause?.column}
          none={t('mapping.everyReason')}
          hint={t('mapping.pauseHint')}
          onChange={(value) => set({ pause: value ? { column: value, reasons: [] } : undefined })}
        />
        {pause && (
          <ValueMeanings
            column={column(pause.column)}
            known={pause.reasons}
            meaningOf={(value) => (pause.reasons.includes(value) ? 'held' : null)}
            onChange={(value, meaning) => {
              const others = pause.reasons.filter((reason) => reason !== value);
              set({ pause: { ...pause, reasons: meaning ? [...others, value] : others } });
            }}
            options={[{ value: 'held', label: t('mapping.holds') }]}
            none={t('mapping.holdsNot')}
          />
        )}
      </Part>
      <PriorityPart columns={columns} priority={draft.priority} onChange={(priority) => set({ priority })} />
      <Part title={t('mapping.people')}>
        <ColumnChoice
          {...shared}
          label={words('holder')}
          value={holder}
          none={t('mapping.holderNone')}
          hint={t('mapping.holderHint')}
          onChange={(value) => set({ holder: value })}
        />
        <ColumnChoice
          {...shared}
          label={words('author')}
          value={author?.column}
          hint={t('mapping.authorHint')}
          onChange={(value) =>
            set({ author: value ? { column: value, automatic: author?.automatic ?? [] } : undefined })
          }
        />
        {author && (
          <ListInput
            label={t('mapping.automatic')}
            description={t('mapping.automaticHint')}
            value={author.automatic}
            onChange={(automatic) => set({ author: { ...author, automatic } })}
          />
        )}
      </Part>
    </>
  );
}
