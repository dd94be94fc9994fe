import 'i18next';
import type agreements from '../agreements/en.json';
import type retirement from '../catalog/retirement/en.json';
import type bundles from '../catalog/bundles.en.json';
import type form from '../catalog/form-editor/en.json';
import type choosing from '../catalog/choosing.en.json';
import type governance from '../governance/en.json';
import type approvalRules from '../orders/approval-rules.en.json';
import type approvals from '../orders/approvals.en.json';
import type substitutes from '../orders/substitutes.en.json';
import type fulfilment from '../orders/fulfilment.en.json';
import type bill from '../orders/bill.en.json';
import type orders from '../orders/en.json';
import type inbox from '../people/inbox/en.json';
import type notifications from '../people/notifications/en.json';
import type tokens from '../people/tokens/en.json';
import type views from '../people/views/en.json';
import type webhooks from '../people/webhooks/en.json';
import type annotations from '../performance/annotations/en.json';
import type claims from '../performance/claims/en.json';
import type chain from '../performance/chain/en.json';
import type custody from '../performance/custody/en.json';
import type measured from '../performance/commitment/measured.en.json';
import type findings from '../performance/findings/en.json';
import type whatIf from '../performance/what-if/en.json';
import type mapping from '../performance/imports/mapping/en.json';
import type sources from '../performance/sources/en.json';
import type explanation from '../performance/explanation.en.json';
import type records from '../performance/records/en.json';
import type performance from '../performance/en.json';
import type rewards from '../rewards/en.json';
import type { roomWords } from './room-words';
import type { words } from './words';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    returnNull: false;
    resources: {
      translation: typeof words &
        typeof roomWords & {
          agreements: typeof agreements;
          retirement: typeof retirement;
          bundles: typeof bundles;
          form: typeof form;
          choosing: typeof choosing;
          governance: typeof governance;
          approvalRules: typeof approvalRules;
          approvals: typeof approvals;
          fulfilment: typeof fulfilment;
          bill: typeof bill;
          orders: typeof orders;
          substitutes: typeof substitutes;
          annotations: typeof annotations;
          claims: typeof claims;
          chain: typeof chain;
          custody: typeof custody;
          mapping: typeof mapping;
          findings: typeof findings;
          measured: typeof measured;
          whatIf: typeof whatIf;
          sources: typeof sources;
          performance: typeof performance & typeof explanation;
          records: typeof records;
          rewards: typeof rewards;
          views: typeof views;
          inbox: typeof inbox;
          notifications: typeof notifications;
          tokens: typeof tokens;
          webhooks: typeof webhooks;
        };
    };
  }
}
