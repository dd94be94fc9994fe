import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isRequestError } from '../app/request-error';
import type { OrderKind, QuoteOrderQuery } from '../generated/graphql';
import { formatMoney } from '../ui/format-money';
import { Instant } from '../ui/instant';
import { Loaded } from '../ui/loaded';
import { Panel } from '../ui/panel';
import { RefusalPanel } from '../ui/refusal-panel';
import { Refused } from '../ui/refused';
import { CostBill } from './cost-bill';
import { CostWords } from './cost-words';
import { ItemNotes } from './item-notes';
import { laterYearItems } from './later-year-items';

type Props = {
  quote: UseQueryResult<QuoteOrderQuery>;
  /** What is wanted, item by item. */
  asked: readonly { kind: OrderKind; name: string; quantity: number }[];
  /** Items do not tell what would be refused of them; what is not answered yet, the form says when it is sent. */
  tellsOfItems?: boolean;
};

/** What one commits to: the money, who decides, who delivers, and until when; or why it would not be taken. */
export function QuoteSummary({ quote, asked, tellsOfItems = false }: Props) {
  const { t } = useTranslation();
  const refused = refusalOf(quote.error);
  return (
    <Panel title={t('orders.quote.title')}>
      {refused ? (
        <RefusalPanel refused={refused} />
      ) : quote.isPending && quote.fetchStatus === 'idle' ? (
        <p className="quiet">{t('orders.quote.waiting')}</p>
      ) : (
        <Loaded query={quote}>
          {({ quoteOrder }) => (
            <Summary quote={quoteOrder} items={itemsOf(quoteOrder, asked)} tellsOfItems={tellsOfItems} />
          )}
        </Loaded>
      )}
    </Panel>
  );
}

/** Who may not see a budget is still told whether it has room. */
const noMoney = new Set(['NO_BUDGET', 'NO_ROOM', 'OTHER_CURRENCY']);

type SummaryItem = ReturnType<typeof itemsOf>[number];
type SummaryProps = { quote: QuoteOrderQuery['quoteOrder']; items: SummaryItem[]; tellsOfItems: boolean };

const unanswered = new Set(['ANSWER_MISSING', 'WRONG_ANSWER']);

function Summary({ quote, items, tellsOfItems }: SummaryProps) {
  const { t } = useTranslation();
  const { cost, budgetLeft, laterYears, approvers, dueAt, stages } = quote;
  const whyPeople = [...new Set(stages.flatMap(({ askedBecause }) => askedBecause ?? []))];
  const refusals = quote.refusals.filter(({ field, code }) =>
    field?.[0] === 'items' ? tellsOfItems && !unanswered.has(code) : true,
  );
  // What has no price yet, or has it told on request, costs something, and nobody knows what.
  const isPriced = !quote.refusals.some(({ code }) => ['NOT_YET', 'PRICE_ON_REQUEST'].includes(code));
  const names = approvers.map(({ name }) => name).join(', ');
  const teams = [...new Set(items.flatMap(({ team }) => team?.name ?? []))].join(', ');
  return (
    <>
      {refusals.length > 0 && (
        <div role="alert">
          <p>{t('orders.quote.refusals')}</p>
          <RefusalPanel refused={new Refused(refusals)} />
        </div>
      )}
      {items.map((item, i) => (
        <ItemNotes key={i} item={item} of={items.length > 1 ? item.name : undefined} />
      ))}
      <CostWords
        cost={isPriced ? cost : null}
        totalLabel={t('orders.cost.reserved')}
        more={[
          {
            label: t('orders.cost.left'),
            value: budgetLeft
              ? formatMoney(budgetLeft)
              : t(refusals.some(({ code }) => noMoney.has(code)) ? 'orders.cost.notEnough' : 'orders.cost.enough'),
          },
          ...laterYearItems(t, laterYears),
          { label: t('orders.quote.approvers'), value: names || t('orders.quote.noApprover') },
          { label: t('orders.quote.team'), value: teams || t('orders.quote.noTeam') },
          { label: t('orders.quote.due'), value: dueAt ? <Instant at={dueAt} /> : t('orders.quote.noPromise') },
        ]}
      />
      {whyPeople.map((sentence) => (
        <p key={sentence} className="quiet">
          {sentence}
        </p>
      ))}
      {(isPriced ? items : []).map(({ cost: own, quantity, name }, i) => (
        <CostBill key={i} cost={own} quantity={quantity} of={items.length > 1 ? name : undefined} />
      ))}
    </>
  );
}

/** What was quoted, beside what was asked for; nothing while items come and go. */
function itemsOf({ items }: QuoteOrderQuery['quoteOrder'], asked: Props['asked']) {
  return items.flatMap((quoted, i) => {
    const item = asked[i];
    return item ? [{ ...item, ...quoted }] : [];
  });
}

/** The server's own sentence, where the wish itself cannot be: another unit's budget, a person without a unit. */
function refusalOf(error: Error | null): Refused | null {
  if (!isRequestError(error)) return null;
  if (error.refusal) return new Refused([error.refusal]);
  return error.kind === 'FORBIDDEN' ? new Refused([{ code: error.kind, field: [], message: error.message }]) : null;
}
