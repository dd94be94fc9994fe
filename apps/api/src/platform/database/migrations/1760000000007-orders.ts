import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Orders1760000000007 implements MigrationInterface {
  name = 'Orders1760000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(MANAGEMENT);
    await runner.query(BUDGETS);
    await runner.query(ORDERS);
    await runner.query(SUBSCRIPTIONS);
    await runner.query(ITEMS);
    await runner.query(EVENTS);
    await runner.query(BUDGET_ENTRIES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE "budget_entry", "subscription_change", "order_comment", "order_event", "order_approver",
        "order_key", "order_item", "subscription", "service_order", "budget", "service_management";
      DROP SEQUENCE "order_number";
      DROP FUNCTION keep_ended();
      DROP FUNCTION keep_submitted_order();
      DROP FUNCTION keep_submitted_item();
      ALTER TABLE "plan" DROP COLUMN "delivery_hours", DROP COLUMN "delivery_calendar_id";
    `);
  }
}

const STATES = `'draft', 'submitted', 'awaitingApproval', 'needsInformation', 'approved', 'scheduled', 'fulfilling', 'onHold', 'delivered', 'completed', 'rejected', 'cancelled', 'failed'`;
const KINDS = `'subscribe', 'change', 'renew', 'suspend', 'resume', 'terminate'`;

const MANAGEMENT = `
  ALTER TABLE "plan"
    ADD COLUMN "delivery_hours" numeric,
    ADD COLUMN "delivery_calendar_id" uuid,
    ADD CONSTRAINT "plan_delivery_calendar_fkey" FOREIGN KEY ("delivery_calendar_id") REFERENCES "service_calendar" ("id"),
    ADD CONSTRAINT "plan_delivery_check" CHECK (num_nulls("delivery_hours", "delivery_calendar_id") IN (0, 2)),
    ADD CONSTRAINT "plan_delivery_hours_check" CHECK ("delivery_hours" > 0);

  CREATE TABLE "service_management" (
    "id" uuid NOT NULL,
    "service_id" uuid NOT NULL,
    "team_id" uuid NOT NULL,
    "from_date" date NOT NULL,
    "to_date" date,
    CONSTRAINT "service_management_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "service_management_service_fkey" FOREIGN KEY ("service_id") REFERENCES "service" ("id"),
    CONSTRAINT "service_management_team_fkey" FOREIGN KEY ("team_id") REFERENCES "team" ("id"),
    CONSTRAINT "service_management_dates_check" CHECK ("to_date" >= "from_date"),
    CONSTRAINT "service_management_one_team_excl"
      EXCLUDE USING gist ("service_id" WITH =, daterange("from_date", "to_date", '[]') WITH &&)
  );
  CREATE INDEX "service_management_team_index" ON "service_management" ("team_id");
`;

const BUDGETS = `
  CREATE TABLE "budget" (
    "id" uuid NOT NULL,
    "unit_id" uuid NOT NULL,
    "name" text NOT NULL,
    "from_date" date NOT NULL,
    "to_date" date NOT NULL,
    "currency" text NOT NULL,
    "amount" numeric NOT NULL,
    "reserved" numeric NOT NULL DEFAULT 0,
    "committed" numeric NOT NULL DEFAULT 0,
    "spent" numeric NOT NULL DEFAULT 0,
    "overrun" numeric NOT NULL DEFAULT 0,
    "reservation_days" integer NOT NULL DEFAULT 30,
    "version" integer NOT NULL DEFAULT 1,
    CONSTRAINT "budget_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "budget_unit_fkey" FOREIGN KEY ("unit_id") REFERENCES "business_unit" ("id"),
    CONSTRAINT "budget_name_check" CHECK (btrim("name") <> ''),
    CONSTRAINT "budget_dates_check" CHECK ("to_date" >= "from_date"),
    CONSTRAINT "budget_currency_check" CHECK ("currency" ~ '^[A-Z]{3}$'),
    CONSTRAINT "budget_amounts_check" CHECK (
      "reserved" >= 0 AND "committed" >= 0 AND "reserved" + "committed" + "spent" <= "amount" + "overrun"
    ),
    CONSTRAINT "budget_overrun_check" CHECK ("overrun" >= 0),
    CONSTRAINT "budget_reservation_days_check" CHECK ("reservation_days" BETWEEN 1 AND 366),
    CONSTRAINT "budget_one_at_a_time_excl"
      EXCLUDE USING gist ("unit_id" WITH =, daterange("from_date", "to_date", '[]') WITH &&)
  );
`;

const ORDERS = `
  CREATE SEQUENCE "order_number" AS integer START 1001;
  CREATE TABLE "service_order" (
    "id" uuid NOT NULL,
    "number" integer NOT NULL,
    "state" text NOT NULL,
    "state_since" TIMESTAMP WITH TIME ZONE NOT NULL,
    "resumes_as" text,
    "cancellation_asked" boolean NOT NULL DEFAULT false,
    "unit_id" uuid NOT NULL,
    "requester_id" uuid NOT NULL,
    "beneficiary_id" uuid NOT NULL,
    "reason" text NOT NULL,
    "start_on" date,
    "bundle_answers" jsonb,
    "drafted_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "changes" integer NOT NULL,
    "submitted_at" TIMESTAMP WITH TIME ZONE,
    "currency" text,
    "one_off" numeric,
    "monthly" numeric,
    "total" numeric,
    "budget_id" uuid,
    "accept_by" TIMESTAMP WITH TIME ZONE,
    "decided_by_id" uuid,
    "decided_at" TIMESTAMP WITH TIME ZONE,
    "decision_reason" text,
    CONSTRAINT "service_order_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "service_order_number_key" UNIQUE ("number"),
    CONSTRAINT "service_order_unit_fkey" FOREIGN KEY ("unit_id") REFERENCES "business_unit" ("id"),
    CONSTRAINT "service_order_requester_fkey" FOREIGN KEY ("requester_id") REFERENCES "person" ("id"),
    CONSTRAINT "service_order_beneficiary_fkey" FOREIGN KEY ("beneficiary_id") REFERENCES "person" ("id"),
    CONSTRAINT "service_order_budget_fkey" FOREIGN KEY ("budget_id") REFERENCES "budget" ("id"),
    CONSTRAINT "service_order_decided_by_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person" ("id"),
    CONSTRAINT "service_order_state_check" CHECK ("state" IN (${STATES})),
    CONSTRAINT "service_order_resumes_check" CHECK (
      ("resumes_as" IS NOT NULL) = ("state" = 'needsInformation')
      AND "resumes_as" IN ('awaitingApproval', 'approved', 'fulfilling')
    ),
    CONSTRAINT "service_order_cancellation_check" CHECK (
      NOT "cancellation_asked" OR "state" IN ('fulfilling', 'onHold', 'needsInformation', 'delivered')
    ),
    CONSTRAINT "service_order_scheduled_check" CHECK ("state" <> 'scheduled' OR "start_on" IS NOT NULL),
    CONSTRAINT "service_order_accept_check" CHECK ("state" <> 'delivered' OR "accept_by" IS NOT NULL),
    CONSTRAINT "service_order_amounts_check" CHECK ("one_off" >= 0 AND "monthly" >= 0 AND "total" >= 0),
    CONSTRAINT "service_order_pinned_check" CHECK (
      num_nulls("submitted_at", "currency", "one_off", "monthly", "total", "budget_id") IN (0, 6)
    ),
    CONSTRAINT "service_order_submitted_check" CHECK (
      "state" = 'cancelled' OR ("state" = 'draft') = ("submitted_at" IS NULL)
    ),
    CONSTRAINT "service_order_decided_check" CHECK (
      CASE WHEN "state" IN ('draft', 'submitted', 'awaitingApproval') OR "resumes_as" = 'awaitingApproval' THEN "decided_at" IS NULL
        WHEN "state" = 'cancelled' THEN true ELSE "decided_at" IS NOT NULL END
      AND ("decided_by_id" IS NULL OR "decided_at" IS NOT NULL)
    ),
    CONSTRAINT "service_order_bundle_answers_check" CHECK ("bundle_answers" IS NULL OR "submitted_at" IS NULL),
    CONSTRAINT "service_order_second_person_check" CHECK (
      "decided_by_id" <> "requester_id" AND "decided_by_id" <> "beneficiary_id"
    )
  );
  CREATE INDEX "service_order_drafted_index" ON "service_order" ("drafted_at", "id");
  CREATE INDEX "service_order_requester_index" ON "service_order" ("requester_id", "drafted_at", "id");
  CREATE INDEX "service_order_beneficiary_index" ON "service_order" ("beneficiary_id", "drafted_at", "id");
  CREATE INDEX "service_order_unit_index" ON "service_order" ("unit_id", "drafted_at", "id");
  CREATE INDEX "service_order_scheduled_index" ON "service_order" ("start_on") WHERE "state" = 'scheduled';
  CREATE INDEX "service_order_accept_index" ON "service_order" ("accept_by") WHERE "state" = 'delivered';

  CREATE FUNCTION keep_submitted_order() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF (NEW.unit_id, NEW.requester_id, NEW.beneficiary_id, NEW.start_on, NEW.submitted_at, NEW.currency, NEW.one_off,
          NEW.monthly, NEW.total, NEW.budget_id)
        IS DISTINCT FROM
         (OLD.unit_id, OLD.requester_id, OLD.beneficiary_id, OLD.start_on, OLD.submitted_at, OLD.currency, OLD.one_off,
          OLD.monthly, OLD.total, OLD.budget_id)
      THEN
        RAISE EXCEPTION 'what was pinned at submission never changes' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END
  $$;
  CREATE TRIGGER "service_order_pinned" BEFORE UPDATE ON "service_order"
    FOR EACH ROW WHEN (OLD.submitted_at IS NOT NULL) EXECUTE FUNCTION keep_submitted_order();

  CREATE TABLE "order_key" (
    "person_id" uuid NOT NULL,
    "key" text NOT NULL,
    "input" text NOT NULL,
    "order_id" uuid,
    "at" TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT "order_key_pkey" PRIMARY KEY ("person_id", "key"),
    CONSTRAINT "order_key_person_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id"),
    CONSTRAINT "order_key_order_fkey" FOREIGN KEY ("order_id") REFERENCES "service_order" ("id"),
    CONSTRAINT "order_key_key_check" CHECK (btrim("key") <> '')
  );
`;

const SUBSCRIPTIONS = `
  CREATE TABLE "subscription" (
    "id" uuid NOT NULL,
    "service_id" uuid NOT NULL,
    "plan_id" uuid NOT NULL,
    "plan_version" integer NOT NULL,
    "quantity" integer NOT NULL,
    "unit_id" uuid NOT NULL,
    "beneficiary_id" uuid NOT NULL,
    "owner_id" uuid NOT NULL,
    "state" text NOT NULL,
    "started_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "started_on" date NOT NULL,
    "terms_from" date,
    "renews_on" date,
    "ends_on" date,
    "term_months" smallint,
    "renewal" text,
    "notice_days" smallint NOT NULL DEFAULT 0,
    "renewal_told_for" date,
    "version" integer NOT NULL DEFAULT 1,
    CONSTRAINT "subscription_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "subscription_service_fkey" FOREIGN KEY ("service_id") REFERENCES "service" ("id"),
    CONSTRAINT "subscription_plan_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan" ("id"),
    CONSTRAINT "subscription_unit_fkey" FOREIGN KEY ("unit_id") REFERENCES "business_unit" ("id"),
    CONSTRAINT "subscription_beneficiary_fkey" FOREIGN KEY ("beneficiary_id") REFERENCES "person" ("id"),
    CONSTRAINT "subscription_owner_fkey" FOREIGN KEY ("owner_id") REFERENCES "person" ("id"),
    CONSTRAINT "subscription_state_check" CHECK ("state" IN ('active', 'suspended', 'ended')),
    CONSTRAINT "subscription_quantity_check" CHECK ("quantity" BETWEEN 1 AND 100000),
    CONSTRAINT "subscription_ended_check" CHECK ("state" <> 'ended' OR "ends_on" IS NOT NULL),
    CONSTRAINT "subscription_ends_check" CHECK ("ends_on" >= "started_on"),
    CONSTRAINT "subscription_renews_check" CHECK ("renews_on" > "started_on"),
    CONSTRAINT "subscription_term_check" CHECK (num_nulls("terms_from", "renews_on", "term_months", "renewal") IN (0, 4)),
    CONSTRAINT "subscription_renewal_check" CHECK ("renewal" IN ('automatic', 'onRequest'))
  );
  CREATE INDEX "subscription_started_index" ON "subscription" ("started_at", "id");
  CREATE INDEX "subscription_unit_index" ON "subscription" ("unit_id", "started_at", "id");
  CREATE INDEX "subscription_owner_index" ON "subscription" ("owner_id", "started_at", "id");
  CREATE INDEX "subscription_beneficiary_index" ON "subscription" ("beneficiary_id", "started_at", "id");
  CREATE INDEX "subscription_service_index" ON "subscription" ("service_id");
  CREATE INDEX "subscription_plan_index" ON "subscription" ("plan_id");
  CREATE INDEX "subscription_renews_index" ON "subscription" ("renews_on") WHERE "state" <> 'ended';
  CREATE INDEX "subscription_ends_index" ON "subscription" ("ends_on") WHERE "state" <> 'ended';
`;

const ITEMS = `
  CREATE TABLE "order_item" (
    "id" uuid NOT NULL,
    "order_id" uuid NOT NULL,
    "position" smallint NOT NULL,
    "kind" text NOT NULL,
    "plan_id" uuid NOT NULL,
    "plan_version" integer NOT NULL,
    "service_version_id" uuid,
    "quantity" integer NOT NULL,
    "limits" jsonb NOT NULL DEFAULT '[]',
    "bundle_id" uuid,
    "bundle_part" text,
    "bundle_name" text,
    "subscription_id" uuid,
    "answers" jsonb NOT NULL DEFAULT '{}',
    "dropped_answers" jsonb NOT NULL DEFAULT '[]',
    "prices" jsonb,
    "one_off" numeric,
    "monthly" numeric,
    "monthly_before" numeric,
    "announced_from" date,
    "announced_monthly" numeric,
    "yearly" numeric,
    "contract_value" numeric,
    "total" numeric,
    "cost_explanation" json,
    "held_back_to" date,
    "term_months" smallint,
    "renewal" text,
    "notice_days" smallint NOT NULL DEFAULT 0,
    "acceptance_days" smallint NOT NULL DEFAULT 5,
    "delivery_hours" numeric,
    "delivery_calendar_version_id" uuid,
    "fulfilment" jsonb,
    "delivered_at" TIMESTAMP WITH TIME ZONE,
    "accepted_at" TIMESTAMP WITH TIME ZONE,
    "failed_at" TIMESTAMP WITH TIME ZONE,
    "failed_because" text,
    CONSTRAINT "order_item_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "order_item_position_key" UNIQUE ("order_id", "position") DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT "order_item_order_fkey" FOREIGN KEY ("order_id") REFERENCES "service_order" ("id"),
    CONSTRAINT "order_item_plan_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan" ("id"),
    CONSTRAINT "order_item_subscription_fkey" FOREIGN KEY ("subscription_id") REFERENCES "subscription" ("id"),
    CONSTRAINT "order_item_delivery_calendar_version_fkey"
      FOREIGN KEY ("delivery_calendar_version_id") REFERENCES "service_calendar_version" ("id"),
    CONSTRAINT "order_item_kind_check" CHECK ("kind" IN (${KINDS})),
    CONSTRAINT "order_item_position_check" CHECK ("position" BETWEEN 0 AND 49),
    CONSTRAINT "order_item_quantity_check" CHECK ("quantity" BETWEEN 1 AND 100000),
    CONSTRAINT "order_item_bundle_check" CHECK (
      num_nulls("bundle_id", "bundle_part", "bundle_name") IN (0, 3) AND ("bundle_id" IS NULL OR "kind" = 'subscribe')
    ),
    CONSTRAINT "order_item_subscription_check" CHECK ("kind" = 'subscribe' OR "subscription_id" IS NOT NULL),
    CONSTRAINT "order_item_amounts_check" CHECK (
      "one_off" >= 0 AND "monthly" >= 0 AND "monthly_before" >= 0 AND "total" >= 0
    ),
    CONSTRAINT "order_item_pinned_check" CHECK (
      num_nulls("prices", "one_off", "monthly", "yearly", "contract_value", "total", "cost_explanation", "fulfilment") IN (0, 8)
    ),
    CONSTRAINT "order_item_announced_check" CHECK (num_nulls("announced_from", "announced_monthly") IN (0, 2)),
    CONSTRAINT "order_item_term_check" CHECK (num_nulls("term_months", "renewal") IN (0, 2)),
    CONSTRAINT "order_item_delivery_check" CHECK (
      num_nulls("delivery_hours", "delivery_calendar_version_id") IN (0, 2)
    ),
    CONSTRAINT "order_item_accepted_check" CHECK ("accepted_at" IS NULL OR "delivered_at" IS NOT NULL),
    CONSTRAINT "order_item_failed_check" CHECK (
      num_nulls("failed_at", "failed_because") IN (0, 2) AND ("failed_at" IS NULL OR "accepted_at" IS NULL)
    )
  );
  CREATE INDEX "order_item_plan_index" ON "order_item" ("plan_id");
  CREATE INDEX "order_item_subscription_index" ON "order_item" ("subscription_id", "id");
  CREATE INDEX "order_item_held_back_index" ON "order_item" ("held_back_to", "subscription_id")
    WHERE "kind" = 'change' AND "accepted_at" IS NOT NULL;

  CREATE FUNCTION keep_submitted_item() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'DELETE' OR (NEW.kind, NEW.plan_id, NEW.plan_version, NEW.service_version_id, NEW.quantity, NEW.limits, NEW.answers, NEW.dropped_answers,
          NEW.prices, NEW.one_off, NEW.monthly, NEW.monthly_before, NEW.announced_from, NEW.announced_monthly, NEW.yearly,
          NEW.contract_value, NEW.total, NEW.cost_explanation::text, NEW.held_back_to,
          NEW.term_months, NEW.renewal, NEW.notice_days, NEW.acceptance_days, NEW.delivery_hours, NEW.delivery_calendar_version_id,
          NEW.fulfilment, NEW.bundle_id, NEW.bundle_part, NEW.bundle_name)
        IS DISTINCT FROM
         (OLD.kind, OLD.plan_id, OLD.plan_version, OLD.service_version_id, OLD.quantity, OLD.limits, OLD.answers, OLD.dropped_answers,
          OLD.prices, OLD.one_off, OLD.monthly, OLD.monthly_before, OLD.announced_from, OLD.announced_monthly, OLD.yearly,
          OLD.contract_value, OLD.total, OLD.cost_explanation::text, OLD.held_back_to,
          OLD.term_months, OLD.renewal, OLD.notice_days, OLD.acceptance_days, OLD.delivery_hours, OLD.delivery_calendar_version_id,
          OLD.fulfilment, OLD.bundle_id, OLD.bundle_part, OLD.bundle_name)
        OR OLD.subscription_id <> NEW.subscription_id
      THEN
        RAISE EXCEPTION 'what was pinned at submission never changes' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END
  $$;
  CREATE TRIGGER "order_item_pinned" BEFORE UPDATE OR DELETE ON "order_item"
    FOR EACH ROW WHEN (OLD.prices IS NOT NULL) EXECUTE FUNCTION keep_submitted_item();

  CREATE TABLE "subscription_change" (
    "id" uuid NOT NULL,
    "subscription_id" uuid NOT NULL,
    "at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "from_date" date NOT NULL,
    "plan_id" uuid NOT NULL,
    "plan_version" integer NOT NULL,
    "quantity" integer NOT NULL,
    "state" text NOT NULL,
    "prices" jsonb NOT NULL,
    "order_item_id" uuid,
    CONSTRAINT "subscription_change_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "subscription_change_subscription_fkey" FOREIGN KEY ("subscription_id") REFERENCES "subscription" ("id"),
    CONSTRAINT "subscription_change_plan_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan" ("id"),
    CONSTRAINT "subscription_change_item_fkey" FOREIGN KEY ("order_item_id") REFERENCES "order_item" ("id"),
    CONSTRAINT "subscription_change_state_check" CHECK ("state" IN ('active', 'suspended', 'ended')),
    CONSTRAINT "subscription_change_quantity_check" CHECK ("quantity" BETWEEN 1 AND 100000)
  );
  CREATE INDEX "subscription_change_from_index" ON "subscription_change" ("subscription_id", "from_date", "id");
  CREATE INDEX "subscription_change_item_index" ON "subscription_change" ("order_item_id");
  CREATE TRIGGER "subscription_change_append_only" BEFORE UPDATE OR DELETE ON "subscription_change"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

  -- What has ended stays ended: from then on, the last entry of every day says so.
  CREATE FUNCTION keep_ended() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (
        SELECT FROM subscription_change e JOIN subscription_change c
            ON c.subscription_id = e.subscription_id AND c.from_date >= e.from_date AND c.state <> 'ended'
         WHERE e.subscription_id IN (SELECT subscription_id FROM added) AND e.state = 'ended'
           AND NOT EXISTS (
             SELECT FROM subscription_change n
              WHERE n.subscription_id = c.subscription_id AND n.from_date = c.from_date AND n.id > c.id)
      ) THEN
        RAISE EXCEPTION 'a subscription that has ended does not begin again' USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN NULL;
    END $$;
  CREATE TRIGGER "subscription_change_ended" AFTER INSERT ON "subscription_change"
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keep_ended();
`;

const EVENTS = `
  CREATE TABLE "order_event" (
    "id" uuid NOT NULL,
    "order_id" uuid NOT NULL,
    "at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "move" text NOT NULL,
    "from_state" text,
    "to_state" text NOT NULL,
    "party" text NOT NULL,
    "by_id" uuid,
    "reason" text,
    "order_item_id" uuid,
    CONSTRAINT "order_event_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "order_event_order_fkey" FOREIGN KEY ("order_id") REFERENCES "service_order" ("id"),
    CONSTRAINT "order_event_by_fkey" FOREIGN KEY ("by_id") REFERENCES "person" ("id"),
    CONSTRAINT "order_event_item_fkey" FOREIGN KEY ("order_item_id") REFERENCES "order_item" ("id"),
    CONSTRAINT "order_event_item_check" CHECK (
      ("order_item_id" IS NOT NULL) = ("move" IN ('deliverItem', 'failItem', 'acceptItem', 'sendBackItem', 'lapseItem'))
    ),
    CONSTRAINT "order_event_from_check" CHECK ("from_state" IN (${STATES})),
    CONSTRAINT "order_event_to_check" CHECK ("to_state" IN (${STATES})),
    CONSTRAINT "order_event_party_check" CHECK ("party" IN ('requester', 'approver', 'team', 'nobody')),
    CONSTRAINT "order_event_by_check" CHECK (("party" = 'nobody') = ("by_id" IS NULL)),
    CONSTRAINT "order_event_reason_check" CHECK (
      "to_state" NOT IN ('rejected', 'needsInformation', 'onHold', 'cancelled', 'failed') OR "reason" IS NOT NULL
      OR "from_state" = "to_state"
    ),
    CONSTRAINT "order_event_rest_check" CHECK ("move" NOT IN ('cancelRest', 'sendBack', 'sendBackItem') OR "reason" IS NOT NULL)
  );
  CREATE INDEX "order_event_order_index" ON "order_event" ("order_id", "id");
  CREATE TRIGGER "order_event_append_only" BEFORE UPDATE OR DELETE ON "order_event"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

  CREATE TABLE "order_comment" (
    "id" uuid NOT NULL,
    "order_id" uuid NOT NULL,
    "at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "by_id" uuid NOT NULL,
    "text" text NOT NULL,
    CONSTRAINT "order_comment_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "order_comment_order_fkey" FOREIGN KEY ("order_id") REFERENCES "service_order" ("id"),
    CONSTRAINT "order_comment_by_fkey" FOREIGN KEY ("by_id") REFERENCES "person" ("id"),
    CONSTRAINT "order_comment_text_check" CHECK (btrim("text") <> '')
  );
  CREATE INDEX "order_comment_order_index" ON "order_comment" ("order_id", "id");
  CREATE TRIGGER "order_comment_append_only" BEFORE UPDATE OR DELETE ON "order_comment"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;

const BUDGET_ENTRIES = `
  CREATE TABLE "budget_entry" (
    "id" uuid NOT NULL,
    "budget_id" uuid NOT NULL,
    "order_id" uuid,
    "subscription_id" uuid,
    "at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "kind" text NOT NULL,
    "amount" numeric NOT NULL,
    "source" text,
    CONSTRAINT "budget_entry_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "budget_entry_budget_fkey" FOREIGN KEY ("budget_id") REFERENCES "budget" ("id"),
    CONSTRAINT "budget_entry_order_fkey" FOREIGN KEY ("order_id") REFERENCES "service_order" ("id"),
    CONSTRAINT "budget_entry_subscription_fkey" FOREIGN KEY ("subscription_id") REFERENCES "subscription" ("id"),
    CONSTRAINT "budget_entry_kind_check" CHECK (
      "kind" IN ('reserved', 'released', 'expired', 'committed', 'freed', 'spent')
    ),
    CONSTRAINT "budget_entry_amount_check" CHECK ("amount" >= 0 OR "kind" = 'spent'),
    CONSTRAINT "budget_entry_order_check" CHECK (num_nonnulls("order_id", "subscription_id", "source") > 0)
  );
  CREATE INDEX "budget_entry_budget_index" ON "budget_entry" ("budget_id", "id");
  CREATE INDEX "budget_entry_order_index" ON "budget_entry" ("order_id");
  CREATE UNIQUE INDEX "budget_entry_source_key" ON "budget_entry" ("source", "budget_id", "kind");
  CREATE TRIGGER "budget_entry_append_only" BEFORE UPDATE OR DELETE ON "budget_entry"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;
