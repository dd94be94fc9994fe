import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from './append-only.js';

export class Rewards1760000000009 implements MigrationInterface {
  name = 'Rewards1760000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PLANS);
    await runner.query(CALCULATIONS);
    await runner.query(KEEPERS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE "reward_entry", "reward_statement", "reward_calculation_result", "reward_calculation",
        "reward_measure", "reward_plan_version", "reward_plan", "reward_share";
      DROP FUNCTION keep_reward_version();
      DROP FUNCTION keep_reward_calculation();
    `);
  }
}

const PLANS = `
  CREATE TABLE "reward_share" (
    "id" uuid NOT NULL,
    "team_id" uuid NOT NULL,
    "person_id" uuid NOT NULL,
    "weight" numeric NOT NULL,
    "from_date" date NOT NULL,
    "to_date" date,
    "withdrawn_at" TIMESTAMP WITH TIME ZONE,
    CONSTRAINT "reward_share_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "reward_share_team_fkey" FOREIGN KEY ("team_id") REFERENCES "team" ("id"),
    CONSTRAINT "reward_share_person_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id"),
    CONSTRAINT "reward_share_weight_check" CHECK ("weight" > 0),
    CONSTRAINT "reward_share_dates_check" CHECK ("to_date" >= "from_date"),
    CONSTRAINT "reward_share_one_at_a_time_excl" EXCLUDE USING gist (
      "team_id" WITH =, "person_id" WITH =, daterange("from_date", "to_date", '[]') WITH &&
    ) WHERE ("withdrawn_at" IS NULL)
  );
  CREATE INDEX "reward_share_person_index" ON "reward_share" ("person_id");

  CREATE TABLE "reward_plan" (
    "id" uuid NOT NULL,
    "slug" text NOT NULL,
    "name" text NOT NULL,
    "team_id" uuid NOT NULL,
    "currency" text NOT NULL,
    "ended_at" TIMESTAMP WITH TIME ZONE,
    CONSTRAINT "reward_plan_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "reward_plan_slug_key" UNIQUE ("slug"),
    CONSTRAINT "reward_plan_team_fkey" FOREIGN KEY ("team_id") REFERENCES "team" ("id"),
    CONSTRAINT "reward_plan_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    CONSTRAINT "reward_plan_name_check" CHECK (btrim("name") <> ''),
    CONSTRAINT "reward_plan_currency_check" CHECK ("currency" ~ '^[A-Z]{3}$')
  );
  CREATE INDEX "reward_plan_team_index" ON "reward_plan" ("team_id");

  CREATE TABLE "reward_plan_version" (
    "id" uuid NOT NULL,
    "plan_id" uuid NOT NULL,
    "number" integer NOT NULL,
    "state" text NOT NULL,
    "effective_from" date NOT NULL,
    "effective_to" date,
    "window_kind" text NOT NULL,
    "pool" numeric NOT NULL,
    "cap" numeric NOT NULL,
    "proration" text NOT NULL,
    "curve" jsonb NOT NULL,
    "proposed_by_id" uuid NOT NULL,
    "proposed_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "decided_by_id" uuid,
    "decided_at" TIMESTAMP WITH TIME ZONE,
    "reason" text,
    CONSTRAINT "reward_plan_version_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "reward_plan_version_number_key" UNIQUE ("plan_id", "number"),
    CONSTRAINT "reward_plan_version_plan_key" UNIQUE ("id", "plan_id"),
    CONSTRAINT "reward_plan_version_plan_fkey" FOREIGN KEY ("plan_id") REFERENCES "reward_plan" ("id"),
    CONSTRAINT "reward_plan_version_proposed_by_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "person" ("id"),
    CONSTRAINT "reward_plan_version_decided_by_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person" ("id"),
    CONSTRAINT "reward_plan_version_one_in_force_excl" EXCLUDE USING gist (
      "plan_id" WITH =, daterange("effective_from", "effective_to", '[]') WITH &&
    ) WHERE ("state" = 'approved'),
    CONSTRAINT "reward_plan_version_state_check" CHECK ("state" IN ('proposed', 'approved', 'refused', 'withdrawn')),
    CONSTRAINT "reward_plan_version_dates_check" CHECK ("effective_to" >= "effective_from"),
    CONSTRAINT "reward_plan_version_window_check" CHECK ("window_kind" IN ('month', 'quarter')),
    CONSTRAINT "reward_plan_version_amounts_check" CHECK ("pool" > 0 AND "cap" > 0),
    CONSTRAINT "reward_plan_version_proration_check" CHECK ("proration" IN ('weightDays', 'segments', 'forfeit')),
    CONSTRAINT "reward_plan_version_curve_check" CHECK (jsonb_array_length("curve") > 0),
    CONSTRAINT "reward_plan_version_decided_check" CHECK (
      ("state" = 'proposed') = ("decided_by_id" IS NULL) AND ("decided_by_id" IS NULL) = ("decided_at" IS NULL)
    ),
    CONSTRAINT "reward_plan_version_second_person_check" CHECK (
      CASE "state" WHEN 'withdrawn' THEN "decided_by_id" = "proposed_by_id" ELSE "decided_by_id" <> "proposed_by_id" END
    ),
    CONSTRAINT "reward_plan_version_reason_check" CHECK (
      "state" NOT IN ('refused', 'withdrawn') OR "reason" IS NOT NULL
    )
  );
  CREATE UNIQUE INDEX "reward_plan_version_proposed_key" ON "reward_plan_version" ("plan_id") WHERE "state" = 'proposed';

  CREATE TABLE "reward_measure" (
    "id" uuid NOT NULL,
    "version_id" uuid NOT NULL,
    "commitment_id" uuid NOT NULL,
    "position" integer NOT NULL,
    "weight" numeric NOT NULL,
    "floor" numeric NOT NULL,
    "target" numeric NOT NULL,
    CONSTRAINT "reward_measure_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "reward_measure_commitment_key" UNIQUE ("version_id", "commitment_id"),
    CONSTRAINT "reward_measure_position_key" UNIQUE ("version_id", "position"),
    CONSTRAINT "reward_measure_version_fkey" FOREIGN KEY ("version_id") REFERENCES "reward_plan_version" ("id"),
    CONSTRAINT "reward_measure_commitment_fkey" FOREIGN KEY ("commitment_id") REFERENCES "commitment" ("id"),
    CONSTRAINT "reward_measure_weight_check" CHECK ("weight" > 0),
    CONSTRAINT "reward_measure_scale_check" CHECK ("floor" <> "target")
  );
  CREATE INDEX "reward_measure_commitment_index" ON "reward_measure" ("commitment_id");
`;

const CALCULATIONS = `
  CREATE TABLE "reward_calculation" (
    "id" uuid NOT NULL,
    "plan_id" uuid NOT NULL,
    "version_id" uuid NOT NULL,
    "period" text NOT NULL,
    "number" integer NOT NULL,
    "state" text NOT NULL,
    "factor" numeric NOT NULL,
    "pool" numeric NOT NULL,
    "unspent" numeric NOT NULL,
    "outcomes" jsonb NOT NULL,
    "presences" jsonb NOT NULL,
    "explanation" json NOT NULL,
    "calculated_by_id" uuid NOT NULL,
    "calculated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "reason" text,
    "decided_by_id" uuid,
    "decided_at" TIMESTAMP WITH TIME ZONE,
    "released_at" TIMESTAMP WITH TIME ZONE,
    "refusal" text,
    CONSTRAINT "reward_calculation_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "reward_calculation_number_key" UNIQUE ("plan_id", "period", "number"),
    CONSTRAINT "reward_calculation_plan_fkey" FOREIGN KEY ("plan_id") REFERENCES "reward_plan" ("id"),
    CONSTRAINT "reward_calculation_version_fkey"
      FOREIGN KEY ("version_id", "plan_id") REFERENCES "reward_plan_version" ("id", "plan_id"),
    CONSTRAINT "reward_calculation_calculated_by_fkey" FOREIGN KEY ("calculated_by_id") REFERENCES "person" ("id"),
    CONSTRAINT "reward_calculation_decided_by_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person" ("id"),
    CONSTRAINT "reward_calculation_period_check" CHECK ("period" ~ '^[0-9]{4}-(0[1-9]|1[0-2]|Q[1-4])$'),
    CONSTRAINT "reward_calculation_number_check" CHECK ("number" >= 1),
    CONSTRAINT "reward_calculation_state_check" CHECK ("state" IN ('calculated', 'approved', 'released', 'refused')),
    CONSTRAINT "reward_calculation_amounts_check" CHECK (
      "factor" >= 0 AND "unspent" >= 0 AND "unspent" <= "pool"
    ),
    CONSTRAINT "reward_calculation_decided_check" CHECK (
      ("state" = 'calculated') = ("decided_by_id" IS NULL) AND ("decided_by_id" IS NULL) = ("decided_at" IS NULL)
    ),
    CONSTRAINT "reward_calculation_second_person_check" CHECK (
      "state" NOT IN ('approved', 'released') OR "decided_by_id" <> "calculated_by_id"
    ),
    CONSTRAINT "reward_calculation_released_check" CHECK (("state" = 'released') = ("released_at" IS NOT NULL)),
    CONSTRAINT "reward_calculation_refused_check" CHECK (("state" = 'refused') = ("refusal" IS NOT NULL))
  );
  CREATE UNIQUE INDEX "reward_calculation_waiting_key" ON "reward_calculation" ("plan_id", "period")
    WHERE "state" IN ('calculated', 'approved');

  CREATE TABLE "reward_calculation_result" (
    "calculation_id" uuid NOT NULL,
    "measure_id" uuid NOT NULL,
    "result_id" uuid NOT NULL,
    CONSTRAINT "reward_calculation_result_pkey" PRIMARY KEY ("calculation_id", "measure_id", "result_id"),
    CONSTRAINT "reward_calculation_result_calculation_fkey"
      FOREIGN KEY ("calculation_id") REFERENCES "reward_calculation" ("id"),
    CONSTRAINT "reward_calculation_result_measure_fkey" FOREIGN KEY ("measure_id") REFERENCES "reward_measure" ("id"),
    CONSTRAINT "reward_calculation_result_result_fkey" FOREIGN KEY ("result_id") REFERENCES "period_result" ("id")
  );
  CREATE INDEX "reward_calculation_result_result_index" ON "reward_calculation_result" ("result_id");

  CREATE TABLE "reward_statement" (
    "id" uuid NOT NULL,
    "calculation_id" uuid NOT NULL,
    "person_id" uuid NOT NULL,
    "amount" numeric NOT NULL,
    "total" numeric NOT NULL,
    "days" integer NOT NULL,
    "explanation" json NOT NULL,
    CONSTRAINT "reward_statement_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "reward_statement_person_key" UNIQUE ("calculation_id", "person_id"),
    CONSTRAINT "reward_statement_calculation_fkey"
      FOREIGN KEY ("calculation_id") REFERENCES "reward_calculation" ("id"),
    CONSTRAINT "reward_statement_person_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id"),
    CONSTRAINT "reward_statement_total_check" CHECK ("total" >= 0),
    CONSTRAINT "reward_statement_days_check" CHECK ("days" >= 1)
  );
  CREATE INDEX "reward_statement_person_index" ON "reward_statement" ("person_id");

  CREATE TABLE "reward_entry" (
    "id" uuid NOT NULL,
    "statement_id" uuid NOT NULL,
    "at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "kind" text NOT NULL,
    "amount" numeric NOT NULL,
    "reason" text,
    CONSTRAINT "reward_entry_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "reward_entry_kind_key" UNIQUE ("statement_id", "kind"),
    CONSTRAINT "reward_entry_statement_fkey" FOREIGN KEY ("statement_id") REFERENCES "reward_statement" ("id"),
    CONSTRAINT "reward_entry_kind_check" CHECK ("kind" IN ('earned', 'adjusted', 'released')),
    CONSTRAINT "reward_entry_adjusted_check" CHECK ("kind" <> 'adjusted' OR "reason" IS NOT NULL)
  );
`;

/** What was proposed and what was calculated stays; who is paid by a calculation never approves it. */
const KEEPERS = `
  CREATE FUNCTION keep_reward_version() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF OLD.state <> 'proposed' AND NEW.state <> OLD.state
        OR (NEW.plan_id, NEW.number, NEW.effective_from, NEW.window_kind, NEW.pool, NEW.cap, NEW.proration, NEW.curve,
            NEW.proposed_by_id, NEW.proposed_at)
        IS DISTINCT FROM
           (OLD.plan_id, OLD.number, OLD.effective_from, OLD.window_kind, OLD.pool, OLD.cap, OLD.proration, OLD.curve,
            OLD.proposed_by_id, OLD.proposed_at)
      THEN
        RAISE EXCEPTION 'what was proposed never changes' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END
  $$;
  CREATE TRIGGER "reward_plan_version_kept" BEFORE UPDATE ON "reward_plan_version"
    FOR EACH ROW EXECUTE FUNCTION keep_reward_version();

  CREATE FUNCTION keep_reward_calculation() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF OLD.state IN ('released', 'refused')
        OR (NEW.plan_id, NEW.version_id, NEW.period, NEW.number, NEW.factor, NEW.pool, NEW.unspent, NEW.outcomes,
            NEW.presences, NEW.explanation::text, NEW.calculated_by_id, NEW.calculated_at, NEW.reason)
        IS DISTINCT FROM
           (OLD.plan_id, OLD.version_id, OLD.period, OLD.number, OLD.factor, OLD.pool, OLD.unspent, OLD.outcomes,
            OLD.presences, OLD.explanation::text, OLD.calculated_by_id, OLD.calculated_at, OLD.reason)
      THEN
        RAISE EXCEPTION 'what was calculated never changes' USING ERRCODE = 'restrict_violation';
      END IF;
      IF NEW.state = 'approved' AND EXISTS (
        SELECT FROM reward_statement WHERE calculation_id = NEW.id AND person_id = NEW.decided_by_id
      ) THEN
        RAISE EXCEPTION 'who is paid by it never approves it' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END
  $$;
  CREATE TRIGGER "reward_calculation_kept" BEFORE UPDATE ON "reward_calculation"
    FOR EACH ROW EXECUTE FUNCTION keep_reward_calculation();

  ${['reward_measure', 'reward_calculation_result', 'reward_statement', 'reward_entry'].map(appendOnly).join('')}
`;
