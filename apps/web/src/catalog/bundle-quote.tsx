import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isRequestError } from '../app/request-error';
import type { QuoteOrderQuery } from '../generated/graphql';
import { CostWords } from '../orders/cost-words';
import { formatMoney } from '../ui/format-money';
import { Instant } from '../ui/instant';
import { Loaded } from '../ui/loaded';
import { Panel } from '../ui/panel';
import { RefusalPanel } from '../ui/refusal-panel';
import { Refused } from '../ui/refused';
import { SimpleTable } from '../ui/simple-table';
import { chosenOrder, type BundleValues } from './bundle-choice';
import classes from './bundle-order.module.css';
import type { BundleOnPage } from './bundle-page';

type Props = { quote: UseQueryResult<QuoteOrderQuery>; bundle: BundleOnPage; values: BundleValues };

/** What one commits to: the money part by part, who decides and until when; or why it would not be taken. */
export function BundleQuote({ quote, bundle, values }: Props) {
  const { t } = useTranslation();
  const refusal = isRequestError(quote.error) ? quote.error.refusal : undefined;
  const parts = chosenOrder(bundle, values).items.map(({ part, quantity }) => {
    return { ...bundle.parts.find(({ key }) => key === part)!, quantity };
  });
  return (
    <Panel title={t('orders.quote.title')}>
      {refusal ? (
        <RefusalPanel refused={new Refused([refusal])} />
      ) : (
        <Loaded query={quote}>
          {({ quoteOrder: { cost, items, approvers, dueAt, refusals } }) => (
            <div className={classes.summary}>
              {/* What is not answered yet, the form says when it is sent. */}
              {refusals.some(({ code }) => !code.endsWith('ANSWER') && code !== 'ANSWER_MISSING') && (
                <div role="alert">
                  <p>{t('orders.quote.refusals')}</p>
                  <RefusalPanel
                    refused={
                      new Refused(refusals.filter(({ code }) => !code.endsWith('ANSWER') && code !== 'ANSWER_MISSING'))
                    }
                  />
                </div>
              )}
              <SimpleTable
                label={t('bundles.cost')}
                head={[t('bundles.what'), t('orders.cost.once'), t('orders.cost.monthly')]}
                numeric={[1, 2]}
                rows={items.flatMap(({ cost: of }, place) => {
                  const part = parts[place];
                  if (!part) return [];
                  const times = part.quantity > 1 ? `${t('bundles.times', { count: part.quantity })} ` : '';
                  return [[`${times}${part.service.name}`, formatMoney(of.oneOff), formatMoney(of.monthly)]];
                })}
              />
              <CostWords
                cost={cost}
                items={parts.map(({ plan, quantity }) => ({ kind: 'SUBSCRIBE', prices: plan.prices, quantity }))}
                totalLabel={t('orders.cost.reserved')}
                more={[
                  {
                    label: t('orders.quote.approvers'),
                    value: approvers.map(({ name }) => name).join(', ') || t('orders.quote.noApprover'),
                  },
                  { label: t('orders.quote.due'), value: dueAt ? <Instant at={dueAt} /> : t('orders.quote.noPromise') },
                ]}
              />
            </div>
          )}
        </Loaded>
      )}
    </Panel>
  );
}
