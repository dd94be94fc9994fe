import { useTranslation } from 'react-i18next';
import { useAct } from '../app/use-act';
import {
  AcceptOrderDocument,
  AnswerCancellationDocument,
  AnswerQuestionDocument,
  ApproveOrderDocument,
  AskForInformationDocument,
  CancelOrderDocument,
  FailOrderDocument,
  HoldOrderDocument,
  RejectOrderDocument,
  ReleaseOrderDocument,
  RetryOrderDocument,
  SendBackOrderDocument,
  StartOrderDocument,
  type OrderRightsFragment,
} from '../generated/graphql';

/** How an act is asked for: at once, after a word of confirmation, with a reason, or with a text of its own. */
type Asks = 'nothing' | 'confirm' | 'reason' | 'text';

export type OrderAct = {
  key: keyof typeof hows;
  asks: Asks;
  /** The act that brings the order further. */
  main: boolean;
  danger: boolean;
  run: (text: string) => Promise<unknown>;
};

/** Every act on an order but the delivery, in the order in which they are offered. */
const hows = {
  approve: { asks: 'nothing', main: true },
  answer: { asks: 'text', main: true },
  start: { asks: 'nothing', main: true },
  accept: { asks: 'confirm', main: true },
  sendBack: { asks: 'reason' },
  release: { asks: 'nothing', main: true },
  retry: { asks: 'confirm', main: true },
  grantCancellation: { asks: 'reason', danger: true },
  cancelRest: { asks: 'reason', danger: true },
  refuseCancellation: { asks: 'reason' },
  reject: { asks: 'reason', danger: true },
  ask: { asks: 'text' },
  hold: { asks: 'reason' },
  fail: { asks: 'reason', danger: true },
  cancel: { asks: 'reason', danger: true },
  askCancellation: { asks: 'reason' },
} as const satisfies Record<string, { asks: Asks; main?: true; danger?: true }>;

/** What the viewer can do with an order now, and nothing else. */
export function useOrderActs(order: OrderRightsFragment): OrderAct[] {
  const { t } = useTranslation();
  const { id, number, state, resumesAs, cancellationAsked } = order;
  const done = (key: keyof typeof hows) => ({ done: t(`orders.act.${key}Done`, { number }) });
  const approve = useAct(ApproveOrderDocument, done('approve'));
  const answer = useAct(AnswerQuestionDocument, done('answer'));
  const start = useAct(StartOrderDocument, done('start'));
  const accept = useAct(AcceptOrderDocument, done('accept'));
  const sendBack = useAct(SendBackOrderDocument, done('sendBack'));
  const release = useAct(ReleaseOrderDocument, done('release'));
  const retry = useAct(RetryOrderDocument, done('retry'));
  const reject = useAct(RejectOrderDocument, done('reject'));
  const ask = useAct(AskForInformationDocument, done('ask'));
  const hold = useAct(HoldOrderDocument, done('hold'));
  const fail = useAct(FailOrderDocument, done('fail'));
  const cancel = useAct(CancelOrderDocument, done('cancel'));
  const askCancellation = useAct(CancelOrderDocument, done('askCancellation'));
  const grant = useAct(AnswerCancellationDocument, done('grantCancellation'));
  const grantRest = useAct(AnswerCancellationDocument, done('cancelRest'));
  const refuse = useAct(AnswerCancellationDocument, done('refuseCancellation'));

  const runs: Record<keyof typeof hows, (text: string) => Promise<unknown>> = {
    approve: () => approve.mutateAsync({ id }),
    answer: (text) => answer.mutateAsync({ id, answer: text }),
    start: () => start.mutateAsync({ id }),
    accept: () => accept.mutateAsync({ id }),
    sendBack: (reason) => sendBack.mutateAsync({ id, reason }),
    release: () => release.mutateAsync({ id }),
    retry: () => retry.mutateAsync({ id }),
    grantCancellation: (reason) => grant.mutateAsync({ id, granted: true, reason }),
    cancelRest: (reason) => grantRest.mutateAsync({ id, granted: true, reason }),
    refuseCancellation: (reason) => refuse.mutateAsync({ id, granted: false, reason }),
    reject: (reason) => reject.mutateAsync({ id, reason }),
    ask: (question) => ask.mutateAsync({ id, question }),
    hold: (reason) => hold.mutateAsync({ id, reason }),
    fail: (reason) => fail.mutateAsync({ id, reason }),
    cancel: (reason) => cancel.mutateAsync({ id, reason }),
    askCancellation: (reason) => askCancellation.mutateAsync({ id, reason }),
  };
  // Once the work has begun, to cancel is to ask the team.
  const begun = [state, resumesAs].some((one) => one === 'FULFILLING' || one === 'ON_HOLD');
  const may: Record<keyof typeof hows, boolean> = {
    approve: order.viewerCanApprove,
    answer: order.viewerCanAnswer,
    start: order.viewerCanStart,
    accept: order.viewerCanAccept,
    sendBack: order.viewerCanSendBack,
    release: order.viewerCanRelease,
    retry: order.viewerCanRetry,
    grantCancellation: order.viewerCanAnswerCancellation && !order.viewerCanCancelRest,
    cancelRest: order.viewerCanCancelRest,
    refuseCancellation: order.viewerCanAnswerCancellation,
    reject: order.viewerCanApprove,
    ask: order.viewerCanAsk,
    hold: order.viewerCanHold,
    fail: order.viewerCanFail,
    cancel: order.viewerCanCancel && !begun,
    askCancellation: order.viewerCanCancel && begun && !cancellationAsked,
  };
  return (Object.keys(hows) as (keyof typeof hows)[])
    .filter((key) => may[key])
    .map((key) => ({ key, main: false, danger: false, ...hows[key], run: runs[key] }));
}
