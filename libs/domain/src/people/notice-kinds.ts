/** When a notice is mailed: by itself, together with the others of the day, or never. */
export const NOTICE_MAILS = ['atOnce', 'daily', 'off'] as const;
export type NoticeMail = (typeof NOTICE_MAILS)[number];

interface Kind {
  /** Unless the person says otherwise; the inbox has every kind unless the person says otherwise. */
  readonly mail: NoticeMail;
  /** What its words are made of: texts as people read them, days as YYYY-MM-DD. */
  readonly facts: readonly string[];
  /** What its words can do without. */
  readonly also?: readonly string[];
}

/** What people are told about without asking. */
const KINDS = {
  approvalNeeded: { mail: 'atOnce', facts: ['order', 'requester', 'what', 'amount'], also: ['standsInFor'] },
  approvalReminder: { mail: 'atOnce', facts: ['order', 'requester', 'what', 'since'] },
  substituteProposed: { mail: 'atOnce', facts: ['person', 'substitute', 'from', 'to', 'by'] },
  substituteDecided: { mail: 'daily', facts: ['person', 'substitute', 'state', 'by'] },
  substitution: { mail: 'atOnce', facts: ['person', 'substitute', 'from', 'to'] },
  orderChanged: { mail: 'atOnce', facts: ['order', 'what', 'state'], also: ['by', 'reason'] },
  informationNeeded: { mail: 'atOnce', facts: ['order', 'by', 'question'] },
  informationGiven: { mail: 'atOnce', facts: ['order', 'by'] },
  taskAssigned: { mail: 'daily', facts: ['order', 'task'], also: ['due'] },
  taskFailed: { mail: 'atOnce', facts: ['order', 'task', 'reason'] },
  taskDoneLate: { mail: 'atOnce', facts: ['order', 'task', 'reason'] },
  budgetLow: { mail: 'daily', facts: ['budget', 'unit', 'left'] },
  priceChange: { mail: 'daily', facts: ['service', 'plan', 'from', 'before', 'after'], also: ['text'] },
  promiseChange: { mail: 'daily', facts: ['service', 'plan', 'from', 'before', 'after'], also: ['text'] },
  changeCalledOff: { mail: 'daily', facts: ['service', 'plan', 'what'], also: ['text'] },
  retirement: { mail: 'daily', facts: ['what', 'on'], also: ['successor'] },
  retirementProposed: { mail: 'daily', facts: ['what', 'on', 'by'] },
  retirementDecided: { mail: 'daily', facts: ['what', 'state', 'by'] },
  retirementUndone: { mail: 'daily', facts: ['what', 'reason'] },
  retirementOverdue: { mail: 'daily', facts: ['what', 'finding'] },
  renewalDue: { mail: 'daily', facts: ['service', 'plan', 'on'] },
  versionProposed: { mail: 'daily', facts: ['service', 'by'] },
  versionDecided: { mail: 'daily', facts: ['service', 'state', 'by'] },
  chargeClosed: { mail: 'daily', facts: ['unit', 'month', 'total'] },
  billFile: { mail: 'daily', facts: ['month', 'format', 'state'] },
  dispute: { mail: 'daily', facts: ['unit', 'month', 'line', 'by'] },
  disputeAnswered: { mail: 'daily', facts: ['month', 'line', 'answer'] },
  closingAhead: { mail: 'daily', facts: ['agreement', 'period', 'on'], also: ['waits'] },
  closingHeld: { mail: 'daily', facts: ['agreement', 'period', 'waits', 'until'] },
  periodClosed: { mail: 'daily', facts: ['agreement', 'period', 'closed', 'missed'] },
  exclusionProposed: { mail: 'atOnce', facts: ['commitment', 'service', 'from', 'to', 'by', 'reason'] },
  restatementNeeded: { mail: 'atOnce', facts: ['commitment', 'service', 'periods', 'by'] },
  alertNotice: { mail: 'daily', facts: ['commitment', 'service', 'period', 'what'] },
  alertAtRisk: { mail: 'atOnce', facts: ['commitment', 'service', 'period', 'what'] },
  breach: { mail: 'daily', facts: ['commitment', 'service', 'period', 'what'] },
  finding: { mail: 'daily', facts: ['finding'] },
  figureStated: { mail: 'daily', facts: ['commitment', 'service', 'period', 'figure'], also: ['until'] },
  figureAnswered: { mail: 'daily', facts: ['commitment', 'service', 'period', 'figure', 'done'], also: ['reason'] },
  figureAudited: {
    mail: 'daily',
    facts: ['commitment', 'service', 'period', 'figure', 'report', 'reason'],
    also: ['done'],
  },
  creditClaimable: { mail: 'daily', facts: ['agreement', 'period', 'amount'], also: ['until'] },
  claimDueSoon: { mail: 'atOnce', facts: ['agreement', 'period', 'amount', 'until'] },
  claimExpired: { mail: 'daily', facts: ['agreement', 'period', 'amount', 'until'] },
  creditUnbilled: { mail: 'daily', facts: ['agreement', 'period', 'amount'] },
  claimMoved: { mail: 'daily', facts: ['agreement', 'period', 'amount', 'done'], also: ['by', 'reason'] },
  reviewDue: { mail: 'daily', facts: ['provider', 'on'] },
  actionOverdue: { mail: 'daily', facts: ['action', 'provider', 'due'] },
  contractEnd: { mail: 'daily', facts: ['contract', 'provider', 'on'] },
  webhookDead: { mail: 'atOnce', facts: ['webhook', 'event', 'error'] },
  tokenMade: { mail: 'atOnce', facts: ['token', 'until'] },
} as const satisfies Record<string, Kind>;

export type NoticeKind = keyof typeof KINDS;

/** In the order in which people choose what they want to hear. */
export const NOTICE_KINDS = Object.keys(KINDS) as NoticeKind[];

type Also<K extends NoticeKind> = (typeof KINDS)[K] extends { also: readonly (infer Name extends string)[] }
  ? Name
  : never;

/** What the words of a notice of the kind are made of. */
export type NoticeFacts<K extends NoticeKind = NoticeKind> = {
  readonly [Name in (typeof KINDS)[K]['facts'][number]]: string;
} & { readonly [Name in Also<K>]?: string };

/** How somebody hears of one kind. */
export interface NoticeSwitch {
  readonly inbox: boolean;
  readonly mail: NoticeMail;
}

/** How somebody hears of a kind who never said how. */
export function usualSwitch(kind: NoticeKind): NoticeSwitch {
  return { inbox: true, mail: KINDS[kind].mail };
}

/** Whether anybody is to be told at all. */
export function isHeard({ inbox, mail }: NoticeSwitch): boolean {
  return inbox || mail !== 'off';
}
