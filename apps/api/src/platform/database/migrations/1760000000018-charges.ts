import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from './append-only.js';

export class Charges1760000000018 implements MigrationInterface {
  name = 'Charges1760000000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(USAGE);
    await runner.query(RUNS);
    await runner.query(LINES);
    await runner.query(KEPT);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW "bill_line";
      DROP TABLE "charge_line", "charge_case", "charge_dispute", "charge_run", "usage_record";
      DROP FUNCTION keep_charge_run();
      DROP FUNCTION charge_open_runs_alone();
      DROP FUNCTION charge_line_known();
      DROP FUNCTION charge_case_known();
      DROP FUNCTION charge_case_unused();
      DROP FUNCTION keep_charge_dispute();
    `);
  }
}

const USAGE = `
  CREATE TABLE "usage_record" (
    "id" uuid NOT NULL,
    "subscription_id" uuid NOT NULL,
    "unit_name" text NOT NULL,
    "day" date NOT NULL,
    "quantity" numeric NOT NULL,
    "source" text NOT NULL,
    "external_id" text NOT NULL,
    "corrects_id" uuid,
    "at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "by_id" uuid NOT NULL,
    CONSTRAINT "usage_record_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "usage_record_external_key" UNIQUE ("source", "external_id"),
    CONSTRAINT "usage_record_corrects_key" UNIQUE ("corrects_id"),
    CONSTRAINT "usage_record_subscription_fkey" FOREIGN KEY ("subscription_id") REFERENCES "subscription" ("id"),
    CONSTRAINT "usage_record_corrects_fkey" FOREIGN KEY ("corrects_id") REFERENCES "usage_record" ("id"),
    CONSTRAINT "usage_record_by_fkey" FOREIGN KEY ("by_id") REFERENCES "person" ("id"),
    CONSTRAINT "usage_record_quantity_check" CHECK ("quantity" >= 0),
    CONSTRAINT "usage_record_names_check" CHECK (
      btrim("unit_name") <> '' AND btrim("source") <> '' AND btrim("external_id") <> ''
    )
  );
  CREATE INDEX "usage_record_day_index" ON "usage_record" ("subscription_id", "day");
  CREATE INDEX "usage_record_at_index" ON "usage_record" ("at");
  ${appendOnly('usage_record')}
`;

const RUNS = `
  CREATE TABLE "charge_run" (
    "id" uuid NOT NULL,
    "from_date" date NOT NULL,
    "to_date" date NOT NULL,
    "state" text NOT NULL,
    "version" integer NOT NULL DEFAULT 1,
    "opened_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "reckoned_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "proposed_by_id" uuid,
    "proposed_at" TIMESTAMP WITH TIME ZONE,
    "closed_by_id" uuid,
    "closed_at" TIMESTAMP WITH TIME ZONE,
    CONSTRAINT "charge_run_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "charge_run_month_key" UNIQUE ("from_date"),
    CONSTRAINT "charge_run_proposed_by_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "person" ("id"),
    CONSTRAINT "charge_run_closed_by_fkey" FOREIGN KEY ("closed_by_id") REFERENCES "person" ("id"),
    CONSTRAINT "charge_run_state_check" CHECK ("state" IN ('open', 'proposed', 'closed')),
    CONSTRAINT "charge_run_month_check" CHECK (
      "from_date" = date_trunc('month', "from_date") AND "to_date" = "from_date" + interval '1 month' - interval '1 day'
    ),
    CONSTRAINT "charge_run_proposed_check" CHECK (
      num_nulls("proposed_by_id", "proposed_at") = CASE WHEN "state" = 'open' THEN 2 ELSE 0 END
    ),
    CONSTRAINT "charge_run_closed_check" CHECK (
      num_nulls("closed_by_id", "closed_at") = CASE WHEN "state" = 'closed' THEN 0 ELSE 2 END
    ),
    CONSTRAINT "charge_run_second_person_check" CHECK ("closed_by_id" <> "proposed_by_id")
  );
`;

const LINES = `
  CREATE TABLE "charge_dispute" (
    "id" uuid NOT NULL,
    "run_id" uuid NOT NULL,
    "unit_id" uuid NOT NULL,
    "subscription_id" uuid NOT NULL,
    "case_id" uuid NOT NULL,
    "state" text NOT NULL,
    "reason" text NOT NULL,
    "by_id" uuid NOT NULL,
    "at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "answer" text,
    "answered_by_id" uuid,
    "answered_at" TIMESTAMP WITH TIME ZONE,
    "amount" numeric,
    CONSTRAINT "charge_dispute_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "charge_dispute_by_fkey" FOREIGN KEY ("by_id") REFERENCES "person" ("id"),
    CONSTRAINT "charge_dispute_answered_by_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "person" ("id"),
    CONSTRAINT "charge_dispute_state_check" CHECK ("state" IN ('open', 'accepted', 'refused', 'withdrawn')),
    CONSTRAINT "charge_dispute_reason_check" CHECK (btrim("reason") <> ''),
    CONSTRAINT "charge_dispute_answered_check" CHECK (
      num_nulls("answer", "answered_by_id") = CASE WHEN "state" IN ('accepted', 'refused') THEN 0 ELSE 2 END
      AND ("answered_at" IS NULL) = ("state" = 'open')
    ),
    CONSTRAINT "charge_dispute_amount_check" CHECK (("amount" IS NOT NULL) = ("state" = 'accepted') AND "amount" > 0),
    CONSTRAINT "charge_dispute_second_person_check" CHECK ("answered_by_id" <> "by_id")
  );
  CREATE UNIQUE INDEX "charge_dispute_line_key" ON "charge_dispute" ("case_id", "subscription_id")
    WHERE "state" IN ('open', 'accepted');
  CREATE INDEX "charge_dispute_at_index" ON "charge_dispute" ("at", "id");

  -- What is the same for everybody who has it, once a month, however many they are.
  CREATE TABLE "charge_case" (
    "id" uuid NOT NULL,
    "run_id" uuid NOT NULL,
    "origin" text NOT NULL,
    "plan_id" uuid NOT NULL,
    "plan_version" integer NOT NULL,
    "kind" text NOT NULL,
    "label" text NOT NULL,
    "per" text,
    "unit_name" text,
    "from_date" date NOT NULL,
    "to_date" date NOT NULL,
    "quantity" numeric NOT NULL,
    "unit_price" numeric NOT NULL,
    "amount" numeric NOT NULL,
    "currency" text NOT NULL,
    "corrects_run_id" uuid,
    "dispute_id" uuid,
    "credit_id" uuid,
    "claim_id" uuid,
    "explanation" json NOT NULL,
    CONSTRAINT "charge_case_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "charge_case_dispute_fkey" FOREIGN KEY ("dispute_id") REFERENCES "charge_dispute" ("id"),
    CONSTRAINT "charge_case_credit_fkey" FOREIGN KEY ("credit_id") REFERENCES "service_credit" ("id"),
    CONSTRAINT "charge_case_corrects_fkey" FOREIGN KEY ("corrects_run_id") REFERENCES "charge_run" ("id"),
    CONSTRAINT "charge_case_origin_check" CHECK (
      CASE "origin"
        WHEN 'charge' THEN num_nonnulls("corrects_run_id", "dispute_id", "credit_id", "claim_id") = 0
        WHEN 'credit' THEN num_nulls("credit_id", "claim_id") = 0 AND num_nonnulls("corrects_run_id", "dispute_id") = 0
        WHEN 'correction' THEN "corrects_run_id" IS NOT NULL AND num_nonnulls("credit_id", "claim_id") = 0
        ELSE false
      END
    ),
    CONSTRAINT "charge_case_corrects_check" CHECK ("corrects_run_id" <> "run_id"),
    CONSTRAINT "charge_case_kind_check" CHECK ("kind" IN ('oneOff', 'recurring', 'perUnit', 'metered', 'limit')),
    CONSTRAINT "charge_case_per_check" CHECK ("per" IN ('month', 'quarter', 'year')),
    CONSTRAINT "charge_case_dates_check" CHECK ("to_date" >= "from_date"),
    CONSTRAINT "charge_case_currency_check" CHECK ("currency" ~ '^[A-Z]{3}$')
  );
  CREATE INDEX "charge_case_run_index" ON "charge_case" ("run_id");
  CREATE INDEX "charge_case_corrects_index" ON "charge_case" ("corrects_run_id") WHERE "corrects_run_id" IS NOT NULL;
  CREATE INDEX "charge_case_dispute_index" ON "charge_case" ("dispute_id") WHERE "dispute_id" IS NOT NULL;
  CREATE INDEX "charge_case_credit_index" ON "charge_case" ("credit_id") WHERE "credit_id" IS NOT NULL;
  CREATE INDEX "charge_case_claim_index" ON "charge_case" ("claim_id") WHERE "claim_id" IS NOT NULL;
  CREATE TRIGGER "charge_case_no_update" BEFORE UPDATE ON "charge_case"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

  CREATE TABLE "charge_line" (
    "run_id" uuid NOT NULL,
    "unit_id" uuid NOT NULL,
    "subscription_id" uuid NOT NULL,
    "case_id" uuid NOT NULL,
    "service_id" uuid NOT NULL,
    CONSTRAINT "charge_line_pkey" PRIMARY KEY ("run_id", "unit_id", "subscription_id", "case_id")
  );
  CREATE TRIGGER "charge_line_no_update" BEFORE UPDATE ON "charge_line"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

  CREATE VIEW "bill_line" AS
    SELECT l.case_id || '.' || l.subscription_id AS id, l.*, k.origin, k.plan_id, k.plan_version, k.kind, k.label, k.per, k.unit_name, k.from_date, k.to_date, k.quantity,
        k.unit_price, k.amount, k.currency, k.corrects_run_id, k.dispute_id, k.credit_id, k.claim_id, k.explanation
      FROM charge_line l JOIN charge_case k ON k.id = l.case_id;
`;

const KEPT = `
  CREATE FUNCTION keep_charge_run() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'a month of charges is never deleted' USING ERRCODE = 'restrict_violation';
      END IF;
      IF OLD.state = 'closed' OR NEW.from_date <> OLD.from_date OR NEW.opened_at <> OLD.opened_at THEN
        RAISE EXCEPTION 'a closed month of charges never changes' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END
  $$;
  CREATE TRIGGER "charge_run_kept" BEFORE UPDATE OR DELETE ON "charge_run"
    FOR EACH ROW EXECUTE FUNCTION keep_charge_run();

  -- A statement at a time, since a month may have a hundred thousand lines: foreign keys would look each one up by itself.
  -- Runs are never deleted, nor are subscriptions that have a history, nor plans that subscriptions have.
  CREATE FUNCTION charge_open_runs_alone() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (
        SELECT FROM (SELECT DISTINCT run_id FROM moved) m LEFT JOIN charge_run r ON r.id = m.run_id
         WHERE r.state IS DISTINCT FROM 'open'
      ) THEN
        RAISE EXCEPTION 'the lines of a proposed or closed month never change' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NULL;
    END
  $$;
  -- Likewise: one look at all subscriptions, and not one for each line.
  CREATE FUNCTION charge_line_known() RETURNS trigger LANGUAGE plpgsql SET enable_nestloop = off AS $$
    BEGIN
      IF EXISTS (SELECT FROM moved m WHERE NOT EXISTS (SELECT FROM subscription s WHERE s.id = m.subscription_id))
        OR EXISTS (
          SELECT FROM (SELECT DISTINCT case_id, run_id FROM moved) m LEFT JOIN charge_case k ON k.id = m.case_id
           WHERE k.run_id IS DISTINCT FROM m.run_id
        )
      THEN
        RAISE EXCEPTION 'a line of charges names a subscription and a case of its month' USING ERRCODE = 'foreign_key_violation';
      END IF;
      RETURN NULL;
    END
  $$;
  CREATE FUNCTION charge_case_known() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (SELECT FROM (SELECT DISTINCT plan_id FROM moved) m WHERE NOT EXISTS (SELECT FROM plan p WHERE p.id = m.plan_id))
      THEN
        RAISE EXCEPTION 'a line of charges names a plan' USING ERRCODE = 'foreign_key_violation';
      END IF;
      RETURN NULL;
    END
  $$;
  -- One look at the lines of the month, and not one for each case: of a month reckoned anew all of them are dead by then.
  CREATE FUNCTION charge_case_unused() RETURNS trigger LANGUAGE plpgsql SET enable_nestloop = off AS $$
    BEGIN
      IF EXISTS (SELECT FROM moved m JOIN charge_line l ON l.run_id = m.run_id AND l.case_id = m.id) THEN
        RAISE EXCEPTION 'lines of charges stand on this' USING ERRCODE = 'foreign_key_violation';
      END IF;
      RETURN NULL;
    END
  $$;
  CREATE TRIGGER "charge_line_added" AFTER INSERT ON "charge_line"
    REFERENCING NEW TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION charge_open_runs_alone();
  CREATE TRIGGER "charge_line_known" AFTER INSERT ON "charge_line"
    REFERENCING NEW TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION charge_line_known();
  CREATE TRIGGER "charge_line_removed" AFTER DELETE ON "charge_line"
    REFERENCING OLD TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION charge_open_runs_alone();
  CREATE TRIGGER "charge_case_added" AFTER INSERT ON "charge_case"
    REFERENCING NEW TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION charge_open_runs_alone();
  CREATE TRIGGER "charge_case_known" AFTER INSERT ON "charge_case"
    REFERENCING NEW TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION charge_case_known();
  CREATE TRIGGER "charge_case_removed" AFTER DELETE ON "charge_case"
    REFERENCING OLD TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION charge_open_runs_alone();
  CREATE TRIGGER "charge_case_unused" AFTER DELETE ON "charge_case"
    REFERENCING OLD TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION charge_case_unused();

  CREATE FUNCTION keep_charge_dispute() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'DELETE' OR OLD.state <> 'open'
        OR (NEW.run_id, NEW.unit_id, NEW.subscription_id, NEW.case_id) <> (OLD.run_id, OLD.unit_id, OLD.subscription_id, OLD.case_id)
        OR (NEW.reason, NEW.by_id, NEW.at) <> (OLD.reason, OLD.by_id, OLD.at)
      THEN
        RAISE EXCEPTION 'a dispute is answered once, and never changes' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END
  $$;
  CREATE TRIGGER "charge_dispute_kept" BEFORE UPDATE OR DELETE ON "charge_dispute"
    FOR EACH ROW EXECUTE FUNCTION keep_charge_dispute();
`;
