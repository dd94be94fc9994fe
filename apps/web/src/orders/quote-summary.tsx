import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isRequestError } from '../app/request-error';
import type { QuoteOrderQuery } from '../generated/graphql';
import { formatMoney } from '../ui/format-money';
import { Instant } from '../ui/instant';
import { Loaded } from '../ui/loaded';
import { Panel } from '../ui/panel';
import { RefusalPanel } from '../ui/refusal-panel';
import { Refused } from '../ui/refused';
import { CostBill } from './cost-bill';
import { CostWords } from './cost-words';
import type { OrderableService } from './order-form-page';

type Props = {
  quote: UseQueryResult<QuoteOrderQuery>;
  quantity: number;
  plan: OrderableService['plans'][number] | undefined;
};

/** What one commits to: the money, who decides, who delivers, and until when; or why it would not be taken. */
export function QuoteSummary({ quote, quantity, plan }: Props) {
  const { t } = useTranslation();
  const refused = refusalOf(quote.error);
  return (
    <Panel title={t('orders.quote.title')}>
      {refused ? (
        <RefusalPanel refused={refused} />
      ) : !plan || (quote.isPending && quote.fetchStatus === 'idle') ? (
        <p className="quiet">{t('orders.quote.waiting')}</p>
      ) : (
        <Loaded query={quote}>
          {({ quoteOrder }) => <Summary quote={quoteOrder} quantity={quantity} plan={plan} />}
        </Loaded>
      )}
    </Panel>
  );
}

/** Who may not see a budget is still told whether it has room. */
const noMoney = new Set(['NO_BUDGET', 'NO_ROOM', 'OTHER_CURRENCY']);

type SummaryProps = { quote: QuoteOrderQuery['quoteOrder']; quantity: number; plan: NonNullable<Props['plan']> };

function Summary({ quote, quantity, plan }: SummaryProps) {
  const { t } = useTranslation();
  const { cost, items, budgetLeft, approvers, dueAt, refusals } = quote;
  const [item] = items;
  const names = approvers.map(({ name }) => name).join(', ');
  return (
    <>
      {refusals.length > 0 && (
        <div role="alert">
          <p>{t('orders.quote.refusals')}</p>
          <RefusalPanel refused={new Refused(refusals)} />
        </div>
      )}
      <CostWords
        cost={cost}
        items={[{ prices: plan.prices, quantity }]}
        totalLabel={t('orders.cost.reserved')}
        more={[
          {
            label: t('orders.cost.left'),
            value: budgetLeft
              ? formatMoney(budgetLeft)
              : t(refusals.some(({ code }) => noMoney.has(code)) ? 'orders.cost.notEnough' : 'orders.cost.enough'),
          },
          { label: t('orders.quote.approvers'), value: names || t('orders.quote.noApprover') },
          { label: t('orders.quote.team'), value: item?.team?.name ?? t('orders.quote.noTeam') },
          { label: t('orders.quote.due'), value: dueAt ? <Instant at={dueAt} /> : t('orders.quote.noPromise') },
        ]}
      />
      {item && <CostBill cost={item.cost} quantity={quantity} />}
    </>
  );
}

/** The server's own sentence, where the wish itself cannot be: another unit's budget, a person without a unit. */
function refusalOf(error: Error | null): Refused | null {
  if (!isRequestError(error)) return null;
  if (error.refusal) return new Refused([error.refusal]);
  return error.kind === 'FORBIDDEN' ? new Refused([{ code: error.kind, field: [], message: error.message }]) : null;
}
