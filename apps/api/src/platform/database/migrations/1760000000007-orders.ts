import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Orders1760000000007 implements MigrationInterface {
  name = 'Orders1760000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(MANAGEMENT);
    await runner.query(BUDGETS);
    await runner.query(ORDERS);
    await runner.query(APPROVAL_AND_WORK);
    await runner.query(BUDGET_ENTRIES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE "budget_entry", "subscription", "fulfilment_task", "order_event", "order_approver", "service_order",
        "budget", "service_management";
      DROP SEQUENCE "order_number";
      DROP FUNCTION keep_submitted_order();
      DROP FUNCTION keep_order_approvers();
      ALTER TABLE "plan" DROP COLUMN "delivery_hours", DROP COLUMN "delivery_calendar_id";
    `);
  }
}

const STATES = `'draft', 'submitted', 'awaitingApproval', 'approved', 'fulfilling', 'delivered', 'completed', 'rejected', 'cancelled', 'failed'`;

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
    "spent" numeric NOT NULL DEFAULT 0,
    "version" integer NOT NULL DEFAULT 1,
    CONSTRAINT "budget_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "budget_unit_fkey" FOREIGN KEY ("unit_id") REFERENCES "business_unit" ("id"),
    CONSTRAINT "budget_name_check" CHECK (btrim("name") <> ''),
    CONSTRAINT "budget_dates_check" CHECK ("to_date" >= "from_date"),
    CONSTRAINT "budget_currency_check" CHECK ("currency" ~ '^[A-Z]{3}$'),
    CONSTRAINT "budget_amounts_check" CHECK ("reserved" >= 0 AND "spent" >= 0 AND "reserved" + "spent" <= "amount"),
    CONSTRAINT "budget_one_at_a_time_excl"
      EXCLUDE USING gist ("unit_id" WITH =, daterange("from_date", "to_date", '[]') WITH &&)
  );
`;

const ORDERS = `
  CREATE SEQUENCE "order_number" AS integer START 1001;
  CREATE TABLE "service_order" (
    "id" uuid NOT NULL,
    "number" integer NOT NULL,
    "kind" text NOT NULL,
    "state" text NOT NULL,
    "state_since" TIMESTAMP WITH TIME ZONE NOT NULL,
    "plan_id" uuid NOT NULL,
    "plan_version" integer NOT NULL,
    "quantity" integer NOT NULL,
    "unit_id" uuid NOT NULL,
    "requester_id" uuid NOT NULL,
    "beneficiary_id" uuid NOT NULL,
    "reason" text NOT NULL,
    "drafted_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "changes" integer NOT NULL,
    "submitted_at" TIMESTAMP WITH TIME ZONE,
    "prices" jsonb,
    "one_off" numeric,
    "monthly" numeric,
    "total" numeric,
    "cost_explanation" json,
    "budget_id" uuid,
    "delivery_hours" numeric,
    "delivery_calendar_version_id" uuid,
    "delivered_at" TIMESTAMP WITH TIME ZONE,
    "decided_by_id" uuid,
    "decided_at" TIMESTAMP WITH TIME ZONE,
    "decision_reason" text,
    CONSTRAINT "service_order_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "service_order_number_key" UNIQUE ("number"),
    CONSTRAINT "service_order_plan_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan" ("id"),
    CONSTRAINT "service_order_unit_fkey" FOREIGN KEY ("unit_id") REFERENCES "business_unit" ("id"),
    CONSTRAINT "service_order_requester_fkey" FOREIGN KEY ("requester_id") REFERENCES "person" ("id"),
    CONSTRAINT "service_order_beneficiary_fkey" FOREIGN KEY ("beneficiary_id") REFERENCES "person" ("id"),
    CONSTRAINT "service_order_budget_fkey" FOREIGN KEY ("budget_id") REFERENCES "budget" ("id"),
    CONSTRAINT "service_order_delivery_calendar_version_fkey"
      FOREIGN KEY ("delivery_calendar_version_id") REFERENCES "service_calendar_version" ("id"),
    CONSTRAINT "service_order_decided_by_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person" ("id"),
    CONSTRAINT "service_order_kind_check" CHECK ("kind" IN ('subscribe')),
    CONSTRAINT "service_order_state_check" CHECK ("state" IN (${STATES})),
    CONSTRAINT "service_order_quantity_check" CHECK ("quantity" BETWEEN 1 AND 100000),
    CONSTRAINT "service_order_amounts_check" CHECK ("one_off" >= 0 AND "monthly" >= 0 AND "total" >= 0),
    CONSTRAINT "service_order_pinned_check" CHECK (
      num_nulls("submitted_at", "prices", "one_off", "monthly", "total", "cost_explanation", "budget_id") IN (0, 7)
    ),
    CONSTRAINT "service_order_submitted_check" CHECK (
      "state" = 'cancelled' OR ("state" = 'draft') = ("submitted_at" IS NULL)
    ),
    CONSTRAINT "service_order_decided_check" CHECK (
      CASE WHEN "state" IN ('draft', 'submitted', 'awaitingApproval') THEN "decided_by_id" IS NULL
        WHEN "state" = 'cancelled' THEN true ELSE "decided_by_id" IS NOT NULL END
      AND ("decided_by_id" IS NULL) = ("decided_at" IS NULL)
    ),
    CONSTRAINT "service_order_second_person_check" CHECK (
      "decided_by_id" <> "requester_id" AND "decided_by_id" <> "beneficiary_id"
    ),
    CONSTRAINT "service_order_delivery_check" CHECK (
      num_nulls("delivery_hours", "delivery_calendar_version_id") IN (0, 2)
    ),
    CONSTRAINT "service_order_delivered_check" CHECK (
      ("delivered_at" IS NOT NULL) = ("state" IN ('delivered', 'completed')) AND "delivered_at" >= "submitted_at"
    )
  );
  CREATE INDEX "service_order_drafted_index" ON "service_order" ("drafted_at", "id");
  CREATE INDEX "service_order_requester_index" ON "service_order" ("requester_id", "drafted_at", "id");
  CREATE INDEX "service_order_beneficiary_index" ON "service_order" ("beneficiary_id", "drafted_at", "id");
  CREATE INDEX "service_order_unit_index" ON "service_order" ("unit_id", "drafted_at", "id");
  CREATE INDEX "service_order_plan_index" ON "service_order" ("plan_id");

  CREATE FUNCTION keep_submitted_order() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF (NEW.plan_id, NEW.plan_version, NEW.quantity, NEW.unit_id, NEW.requester_id, NEW.beneficiary_id, NEW.submitted_at,
          NEW.prices, NEW.one_off, NEW.monthly, NEW.total, NEW.cost_explanation::text, NEW.budget_id, NEW.delivery_hours,
          NEW.delivery_calendar_version_id)
        IS DISTINCT FROM
         (OLD.plan_id, OLD.plan_version, OLD.quantity, OLD.unit_id, OLD.requester_id, OLD.beneficiary_id, OLD.submitted_at,
          OLD.prices, OLD.one_off, OLD.monthly, OLD.total, OLD.cost_explanation::text, OLD.budget_id, OLD.delivery_hours,
          OLD.delivery_calendar_version_id)
      THEN
        RAISE EXCEPTION 'what was pinned at submission never changes' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END
  $$;
  CREATE TRIGGER "service_order_pinned" BEFORE UPDATE ON "service_order"
    FOR EACH ROW WHEN (OLD.submitted_at IS NOT NULL) EXECUTE FUNCTION keep_submitted_order();
`;

const APPROVAL_AND_WORK = `
  CREATE TABLE "order_approver" (
    "order_id" uuid NOT NULL,
    "person_id" uuid NOT NULL,
    CONSTRAINT "order_approver_pkey" PRIMARY KEY ("order_id", "person_id"),
    CONSTRAINT "order_approver_order_fkey" FOREIGN KEY ("order_id") REFERENCES "service_order" ("id"),
    CONSTRAINT "order_approver_person_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id")
  );
  CREATE INDEX "order_approver_person_index" ON "order_approver" ("person_id");
  CREATE FUNCTION keep_order_approvers() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'UPDATE' OR NOT EXISTS (SELECT FROM service_order WHERE id = OLD.order_id AND state = 'awaitingApproval') THEN
        RAISE EXCEPTION 'approvers change only while their order waits for them' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN OLD;
    END
  $$;
  CREATE TRIGGER "order_approver_kept" BEFORE UPDATE OR DELETE ON "order_approver"
    FOR EACH ROW EXECUTE FUNCTION keep_order_approvers();

  CREATE TABLE "order_event" (
    "id" uuid NOT NULL,
    "order_id" uuid NOT NULL,
    "at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "from_state" text,
    "to_state" text NOT NULL,
    "by_id" uuid NOT NULL,
    "reason" text,
    CONSTRAINT "order_event_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "order_event_order_fkey" FOREIGN KEY ("order_id") REFERENCES "service_order" ("id"),
    CONSTRAINT "order_event_by_fkey" FOREIGN KEY ("by_id") REFERENCES "person" ("id"),
    CONSTRAINT "order_event_from_check" CHECK ("from_state" IN (${STATES})),
    CONSTRAINT "order_event_to_check" CHECK ("to_state" IN (${STATES})),
    CONSTRAINT "order_event_reason_check" CHECK (
      "to_state" NOT IN ('rejected', 'cancelled', 'failed') OR "reason" IS NOT NULL
    )
  );
  CREATE INDEX "order_event_order_index" ON "order_event" ("order_id", "id");
  CREATE TRIGGER "order_event_append_only" BEFORE UPDATE OR DELETE ON "order_event"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

  CREATE TABLE "fulfilment_task" (
    "id" uuid NOT NULL,
    "order_id" uuid NOT NULL,
    "team_id" uuid NOT NULL,
    "assignee_id" uuid,
    "state" text NOT NULL,
    "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "started_at" TIMESTAMP WITH TIME ZONE,
    "ended_at" TIMESTAMP WITH TIME ZONE,
    "note" text,
    CONSTRAINT "fulfilment_task_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "fulfilment_task_order_key" UNIQUE ("order_id"),
    CONSTRAINT "fulfilment_task_order_fkey" FOREIGN KEY ("order_id") REFERENCES "service_order" ("id"),
    CONSTRAINT "fulfilment_task_team_fkey" FOREIGN KEY ("team_id") REFERENCES "team" ("id"),
    CONSTRAINT "fulfilment_task_assignee_fkey" FOREIGN KEY ("assignee_id") REFERENCES "person" ("id"),
    CONSTRAINT "fulfilment_task_state_check" CHECK ("state" IN ('open', 'started', 'done', 'failed', 'cancelled')),
    CONSTRAINT "fulfilment_task_started_check" CHECK (("assignee_id" IS NULL) = ("started_at" IS NULL)),
    CONSTRAINT "fulfilment_task_assignee_check" CHECK (
      CASE "state" WHEN 'open' THEN "assignee_id" IS NULL WHEN 'started' THEN "assignee_id" IS NOT NULL
        WHEN 'done' THEN "assignee_id" IS NOT NULL ELSE true END
    ),
    CONSTRAINT "fulfilment_task_ended_check" CHECK (("state" IN ('open', 'started')) = ("ended_at" IS NULL))
  );
  CREATE INDEX "fulfilment_task_team_index" ON "fulfilment_task" ("team_id", "order_id");

  CREATE TABLE "subscription" (
    "id" uuid NOT NULL,
    "order_id" uuid NOT NULL,
    "started_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "ended_at" TIMESTAMP WITH TIME ZONE,
    CONSTRAINT "subscription_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "subscription_order_key" UNIQUE ("order_id"),
    CONSTRAINT "subscription_order_fkey" FOREIGN KEY ("order_id") REFERENCES "service_order" ("id"),
    CONSTRAINT "subscription_ended_check" CHECK ("ended_at" >= "started_at")
  );
  CREATE INDEX "subscription_started_index" ON "subscription" ("started_at", "id");
`;

const BUDGET_ENTRIES = `
  CREATE TABLE "budget_entry" (
    "id" uuid NOT NULL,
    "budget_id" uuid NOT NULL,
    "order_id" uuid NOT NULL,
    "at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "kind" text NOT NULL,
    "amount" numeric NOT NULL,
    CONSTRAINT "budget_entry_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "budget_entry_budget_fkey" FOREIGN KEY ("budget_id") REFERENCES "budget" ("id"),
    CONSTRAINT "budget_entry_order_fkey" FOREIGN KEY ("order_id") REFERENCES "service_order" ("id"),
    CONSTRAINT "budget_entry_kind_check" CHECK ("kind" IN ('reserved', 'released', 'spent')),
    CONSTRAINT "budget_entry_amount_check" CHECK ("amount" >= 0)
  );
  CREATE INDEX "budget_entry_budget_index" ON "budget_entry" ("budget_id", "id");
  CREATE UNIQUE INDEX "budget_entry_reserved_key" ON "budget_entry" ("order_id") WHERE "kind" = 'reserved';
  CREATE UNIQUE INDEX "budget_entry_settled_key" ON "budget_entry" ("order_id") WHERE "kind" <> 'reserved';
  CREATE TRIGGER "budget_entry_append_only" BEFORE UPDATE OR DELETE ON "budget_entry"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;
