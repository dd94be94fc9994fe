import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from './append-only.js';

export class Performance1760000000005 implements MigrationInterface {
  name = 'Performance1760000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE EXTENSION IF NOT EXISTS btree_gist');
    await runner.query(LEDGER);
    await runner.query(RECORDED);
    await runner.query(RESULTS);
    await runner.query(KEPT_AS_IT_WAS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE "service_credit", "breach", "result_contribution", "period_result", "exclusion", "maintenance",
        "outage_correction", "outage_report", "outage", "unjudged", "measurement", "batch", "series", "ticket",
        "ticket_event", "source";
      DROP FUNCTION measurement_id(integer, timestamptz, smallint);
      DROP FUNCTION series_of_measurement(uuid);
      DROP FUNCTION instant_of_measurement(uuid);
      DROP FUNCTION revision_of_measurement(uuid);
      DROP FUNCTION refer_to_what_exists();
      DROP FUNCTION keep_closed_result();
      DROP FUNCTION keep_closed_contributions();
    `);
  }
}

const LEDGER = `
  CREATE TABLE "source" (
    "id" uuid NOT NULL,
    "slug" text NOT NULL,
    "name" text NOT NULL,
    "kind" text NOT NULL,
    "last_seen_at" TIMESTAMP WITH TIME ZONE,
    "quiet_minutes" integer,
    CONSTRAINT "source_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "source_slug_key" UNIQUE ("slug"),
    CONSTRAINT "source_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    CONSTRAINT "source_quiet_check" CHECK ("quiet_minutes" BETWEEN 0 AND 525600),
    CONSTRAINT "source_kind_check" CHECK ("kind" IN ('tickets', 'probes', 'counts', 'outages', 'agreements', 'measurements', 'people', 'answers', 'values'))
  );
  INSERT INTO "source" ("id", "slug", "name", "kind")
    VALUES ('00000000-0000-7000-8000-000000000001', 'counted-by-people', 'Counted by people', 'people');

  CREATE TABLE "ticket_event" (
    "source_id" uuid NOT NULL,
    "number" text NOT NULL,
    "sequence" integer NOT NULL,
    "observed_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "service_id" uuid NOT NULL,
    "state" text NOT NULL,
    "priority" smallint NOT NULL,
    "opened_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "first_response_at" TIMESTAMP WITH TIME ZONE,
    "resolved_at" TIMESTAMP WITH TIME ZONE,
    "closed_at" TIMESTAMP WITH TIME ZONE,
    "holder" text,
    "automatic" boolean NOT NULL DEFAULT false,
    "import_id" uuid,
    "line" integer,
    CONSTRAINT "ticket_event_pkey" PRIMARY KEY ("source_id", "number", "sequence", "observed_at"),
    CONSTRAINT "ticket_event_state_check"
      CHECK ("state" IN ('new', 'active', 'paused', 'resolved', 'closed', 'cancelled')),
    CONSTRAINT "ticket_event_priority_check" CHECK ("priority" BETWEEN 1 AND 9),
    CONSTRAINT "ticket_event_sequence_check" CHECK ("sequence" >= 0)
  );

  -- A log brings hundreds of thousands of events. What they refer to is checked once a statement: foreign keys,
  -- checked once a row, take as long as storing the rows. Sources and services are never deleted.
  CREATE FUNCTION refer_to_what_exists() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (
        SELECT FROM (SELECT DISTINCT source_id, service_id FROM added) a
        WHERE NOT EXISTS (SELECT FROM source WHERE id = a.source_id)
          OR NOT EXISTS (SELECT FROM service WHERE id = a.service_id)
      ) THEN
        RAISE EXCEPTION 'a ticket event names a source or a service that is not here' USING ERRCODE = 'foreign_key_violation';
      END IF;
      RETURN NULL;
    END
  $$;
  CREATE TRIGGER "ticket_event_refers" AFTER INSERT ON "ticket_event"
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refer_to_what_exists();

  CREATE TABLE "ticket" (
    "id" uuid NOT NULL,
    "source_id" uuid NOT NULL,
    "number" text NOT NULL,
    "service_id" uuid NOT NULL,
    "state" text NOT NULL,
    "priority" smallint NOT NULL,
    "opened_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "first_response_at" TIMESTAMP WITH TIME ZONE,
    "resolved_at" TIMESTAMP WITH TIME ZONE,
    "closed_at" TIMESTAMP WITH TIME ZONE,
    "pauses" jsonb NOT NULL DEFAULT '[]',
    "observed_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT "ticket_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "ticket_source_number_key" UNIQUE ("source_id", "number"),
    CONSTRAINT "ticket_source_fkey" FOREIGN KEY ("source_id") REFERENCES "source" ("id"),
    CONSTRAINT "ticket_service_fkey" FOREIGN KEY ("service_id") REFERENCES "service" ("id"),
    CONSTRAINT "ticket_state_check"
      CHECK ("state" IN ('new', 'active', 'paused', 'resolved', 'closed', 'cancelled')),
    CONSTRAINT "ticket_priority_check" CHECK ("priority" BETWEEN 1 AND 9)
  );
  CREATE INDEX "ticket_service_opened_index" ON "ticket" ("service_id", "opened_at");
  CREATE INDEX "ticket_service_closed_index" ON "ticket" ("service_id", "closed_at");

  -- What a source measures on a service. Small, so that the rows of the ledger are.
  CREATE TABLE "series" (
    "id" integer GENERATED ALWAYS AS IDENTITY NOT NULL,
    "source_id" uuid NOT NULL,
    "service_id" uuid NOT NULL,
    "kind" text NOT NULL,
    "name" text NOT NULL,
    "unit" text,
    "lowest" smallint,
    "highest" smallint,
    CONSTRAINT "series_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "series_identity_key" UNIQUE ("source_id", "service_id", "kind", "name"),
    CONSTRAINT "series_source_fkey" FOREIGN KEY ("source_id") REFERENCES "source" ("id"),
    CONSTRAINT "series_service_fkey" FOREIGN KEY ("service_id") REFERENCES "service" ("id"),
    CONSTRAINT "series_kind_check" CHECK ("kind" IN ('counts', 'probes', 'values', 'answers')),
    CONSTRAINT "series_scale_key" UNIQUE ("id", "lowest", "highest"),
    CONSTRAINT "series_scale_check" CHECK (
      ("kind" = 'answers') = ("lowest" IS NOT NULL) AND ("lowest" IS NULL) = ("highest" IS NULL)
      AND 0 <= "lowest" AND "lowest" < "highest" AND "highest" <= 100
    ),
    CONSTRAINT "series_name_check" CHECK (btrim("name") <> ''),
    CONSTRAINT "series_unit_check" CHECK (("kind" = 'values') = ("unit" IS NOT NULL) AND btrim("unit") <> '')
  );
  CREATE INDEX "series_service_index" ON "series" ("service_id", "kind");
  -- What two sources counted under one name would be added up.
  CREATE UNIQUE INDEX "series_counts_key" ON "series" ("service_id", "kind", "name") WHERE "kind" <> 'probes';

  -- What arrived together, and who brought it.
  CREATE TABLE "batch" (
    "id" integer GENERATED ALWAYS AS IDENTITY NOT NULL,
    "source_id" uuid NOT NULL,
    "arrived_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "brought_by_id" uuid NOT NULL,
    "import_id" uuid,
    "reason" text,
    CONSTRAINT "batch_reason_check" CHECK (btrim("reason") <> ''),
    CONSTRAINT "batch_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "batch_import_key" UNIQUE ("import_id"),
    CONSTRAINT "batch_source_fkey" FOREIGN KEY ("source_id") REFERENCES "source" ("id"),
    CONSTRAINT "batch_brought_by_fkey" FOREIGN KEY ("brought_by_id") REFERENCES "person" ("id")
  );
  CREATE INDEX "batch_brought_index" ON "batch" ("brought_by_id", "arrived_at");

  -- A partition holds a month; they are made when they are needed. Columns stand so that none leaves a gap. Rows of one
  -- statement go in together, which neither foreign keys nor a trigger on the statement let them: only one function
  -- adds rows, with the ids of a series and a batch that it has at hand, and of these none is ever deleted.
  CREATE TABLE "measurement" (
    "observed_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "to_at" TIMESTAMP WITH TIME ZONE,
    "good" bigint,
    "total" bigint,
    "series_id" integer NOT NULL,
    "batch_id" integer NOT NULL,
    "line" integer,
    "revision" smallint NOT NULL,
    "up" boolean,
    "sketch" bigint array,
    CONSTRAINT "measurement_pkey" PRIMARY KEY ("series_id", "observed_at", "revision"),
    CONSTRAINT "measurement_form_check" CHECK (
      CASE
        WHEN "up" IS NOT NULL THEN num_nonnulls("to_at", "good", "total", "sketch") = 0
        WHEN "sketch" IS NULL
          THEN "observed_at" < "to_at" AND "good" BETWEEN 0 AND "total" AND num_nulls("to_at", "good", "total") = 0
        ELSE "observed_at" < "to_at" AND "good" IS NULL AND "total" >= 0 AND num_nulls("to_at", "total") = 0
      END
    ),
    CONSTRAINT "measurement_revision_check" CHECK ("revision" BETWEEN 0 AND 4095)
  ) PARTITION BY RANGE ("observed_at");
  CREATE INDEX "measurement_corrected_index" ON "measurement" ("series_id", "observed_at", "revision") WHERE "revision" > 0;

  CREATE TABLE "unjudged" (
    "id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    "service_id" uuid NOT NULL,
    "from_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "to_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT "unjudged_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "unjudged_service_fkey" FOREIGN KEY ("service_id") REFERENCES "service" ("id"),
    CONSTRAINT "unjudged_time_check" CHECK ("from_at" <= "to_at")
  );

  -- The identity of a measurement as a version 8 UUID: 48 bits of milliseconds, 12 of revision, 32 of series.
  CREATE FUNCTION measurement_id(series integer, observed timestamptz, revision smallint) RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT (lpad(to_hex((extract(epoch FROM observed) * 1000)::bigint), 12, '0') || '8'
      || lpad(to_hex(revision::int), 3, '0') || '80000000' || lpad(to_hex(series), 8, '0'))::uuid
  $$;
  CREATE FUNCTION series_of_measurement(id uuid) RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT ('x' || right(id::text, 8))::bit(32)::int
  $$;
  CREATE FUNCTION instant_of_measurement(id uuid) RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT to_timestamp(('x' || left(id::text, 8) || substr(id::text, 10, 4))::bit(48)::bigint / 1000.0)
  $$;
  CREATE FUNCTION revision_of_measurement(id uuid) RETURNS smallint LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT ('x' || substr(id::text, 16, 3))::bit(12)::int::smallint
  $$;
`;

const RECORDED = `
  CREATE TABLE "outage" (
    "id" uuid NOT NULL,
    "service_id" uuid NOT NULL,
    "from_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "to_at" TIMESTAMP WITH TIME ZONE,
    "cause" text NOT NULL,
    "told_by" text,
    "recorded_by_id" uuid NOT NULL,
    "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "ended_at" TIMESTAMP WITH TIME ZONE,
    "ended_reason" text,
    CONSTRAINT "outage_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "outage_service_fkey" FOREIGN KEY ("service_id") REFERENCES "service" ("id"),
    CONSTRAINT "outage_recorded_by_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "person" ("id"),
    CONSTRAINT "outage_time_check" CHECK ("from_at" < "to_at"),
    CONSTRAINT "outage_cause_check" CHECK (btrim("cause") <> ''),
    CONSTRAINT "outage_end_check" CHECK (("ended_at" IS NULL) = ("ended_reason" IS NULL)),
    CONSTRAINT "outage_no_overlap"
      EXCLUDE USING gist ("service_id" WITH =, coalesce("told_by", '') WITH =, tstzrange("from_at", "to_at") WITH &&)
      WHERE ("ended_at" IS NULL)
  );

  CREATE TABLE "outage_report" (
    "service_id" uuid NOT NULL,
    "system" text NOT NULL,
    "external_id" text NOT NULL,
    "outage_id" uuid NOT NULL,
    "from_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "to_at" TIMESTAMP WITH TIME ZONE,
    "said_at" TIMESTAMP WITH TIME ZONE,
    "joined" boolean NOT NULL,
    CONSTRAINT "outage_report_pkey" PRIMARY KEY ("service_id", "system", "external_id"),
    CONSTRAINT "outage_report_service_fkey" FOREIGN KEY ("service_id") REFERENCES "service" ("id"),
    CONSTRAINT "outage_report_outage_fkey" FOREIGN KEY ("outage_id") REFERENCES "outage" ("id"),
    CONSTRAINT "outage_report_time_check" CHECK ("from_at" < "to_at")
  );
  CREATE INDEX "outage_report_outage_index" ON "outage_report" ("outage_id");

  CREATE TABLE "outage_correction" (
    "id" uuid NOT NULL,
    "outage_id" uuid NOT NULL,
    "service_id" uuid NOT NULL,
    "from_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "to_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "reason" text NOT NULL,
    "corrected_by_id" uuid NOT NULL,
    "corrected_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT "outage_correction_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "outage_correction_outage_fkey" FOREIGN KEY ("outage_id") REFERENCES "outage" ("id"),
    CONSTRAINT "outage_correction_service_fkey" FOREIGN KEY ("service_id") REFERENCES "service" ("id"),
    CONSTRAINT "outage_correction_corrected_by_fkey" FOREIGN KEY ("corrected_by_id") REFERENCES "person" ("id"),
    CONSTRAINT "outage_correction_time_check" CHECK ("from_at" < "to_at"),
    CONSTRAINT "outage_correction_reason_check" CHECK (btrim("reason") <> '')
  );

  CREATE INDEX "outage_correction_service_index" ON "outage_correction" ("service_id", "from_at");

  CREATE TABLE "maintenance" (
    "id" uuid NOT NULL,
    "service_id" uuid NOT NULL,
    "from_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "to_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "description" text NOT NULL,
    "announced_by_id" uuid NOT NULL,
    "announced_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "cancelled_at" TIMESTAMP WITH TIME ZONE,
    "cancel_reason" text,
    "event_uid" text,
    "event_sequence" integer,
    "event_is_gone" boolean NOT NULL DEFAULT false,
    CONSTRAINT "maintenance_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "maintenance_service_fkey" FOREIGN KEY ("service_id") REFERENCES "service" ("id"),
    CONSTRAINT "maintenance_announced_by_fkey" FOREIGN KEY ("announced_by_id") REFERENCES "person" ("id"),
    CONSTRAINT "maintenance_time_check" CHECK ("from_at" < "to_at"),
    CONSTRAINT "maintenance_description_check" CHECK (btrim("description") <> ''),
    CONSTRAINT "maintenance_cancel_check" CHECK (("cancelled_at" IS NULL) = ("cancel_reason" IS NULL)),
    CONSTRAINT "maintenance_event_check" CHECK (("event_uid" IS NULL) = ("event_sequence" IS NULL)),
    CONSTRAINT "maintenance_no_overlap"
      EXCLUDE USING gist ("service_id" WITH =, tstzrange("from_at", "to_at") WITH &&) WHERE ("cancelled_at" IS NULL)
  );

  CREATE INDEX "maintenance_event_index" ON "maintenance" ("service_id", "event_uid");

  CREATE TABLE "exclusion" (
    "id" uuid NOT NULL,
    "commitment_id" uuid NOT NULL,
    "from_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "to_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "category" text NOT NULL,
    "reason" text NOT NULL,
    "state" text NOT NULL,
    "proposed_by_id" uuid NOT NULL,
    "proposed_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "decided_by_id" uuid,
    "decided_at" TIMESTAMP WITH TIME ZONE,
    "decision_reason" text,
    "bootstrap" boolean NOT NULL DEFAULT false,
    "effects" jsonb NOT NULL,
    CONSTRAINT "exclusion_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "exclusion_commitment_fkey" FOREIGN KEY ("commitment_id") REFERENCES "commitment" ("id"),
    CONSTRAINT "exclusion_proposed_by_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "person" ("id"),
    CONSTRAINT "exclusion_decided_by_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person" ("id"),
    CONSTRAINT "exclusion_time_check" CHECK ("from_at" < "to_at"),
    CONSTRAINT "exclusion_reason_check" CHECK (btrim("reason") <> ''),
    CONSTRAINT "exclusion_category_check" CHECK ("category" IN ('customerCause', 'thirdParty', 'forceMajeure',
      'plannedMaintenance', 'emergencyMaintenance', 'suspendedService', 'abuseOrQuota', 'previewFeature',
      'measurementFault', 'other')),
    CONSTRAINT "exclusion_effects_check" CHECK (jsonb_typeof("effects") = 'array'),
    CONSTRAINT "exclusion_state_check" CHECK ("state" IN ('proposed', 'approved', 'refused', 'withdrawn')),
    CONSTRAINT "exclusion_decided_check" CHECK (
      ("state" = 'proposed') = ("decided_at" IS NULL) AND ("decided_at" IS NULL) = ("decided_by_id" IS NULL)
    ),
    CONSTRAINT "exclusion_second_person_check"
      CHECK ("state" NOT IN ('approved', 'refused') OR "bootstrap" OR "decided_by_id" <> "proposed_by_id")
  );
  CREATE INDEX "exclusion_commitment_index" ON "exclusion" ("commitment_id", "from_at");
  CREATE INDEX "exclusion_proposed_index" ON "exclusion" ("proposed_at") WHERE "state" = 'proposed';
`;

const RESULTS = `
  CREATE TABLE "period_result" (
    "id" uuid NOT NULL,
    "commitment_id" uuid NOT NULL,
    "terms_id" uuid NOT NULL,
    "calendar_version_id" uuid NOT NULL,
    "period" text NOT NULL,
    "from_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "to_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "time_zone" text NOT NULL,
    "revision" integer NOT NULL,
    "state" text NOT NULL,
    "verdict" text NOT NULL,
    "figure" numeric,
    "ratio" numeric,
    "numerator" numeric NOT NULL,
    "denominator" numeric NOT NULL,
    "target" numeric NOT NULL,
    "margin" numeric,
    "coverage" numeric NOT NULL,
    "budget_unit" text NOT NULL,
    "budget_total" numeric NOT NULL,
    "budget_used" numeric NOT NULL,
    "budget_left" numeric NOT NULL,
    "budget_left_percent" numeric,
    "judgement" jsonb NOT NULL,
    "rule_version" text NOT NULL,
    "digest" bytea,
    "data_as_of" TIMESTAMP WITH TIME ZONE,
    "evaluated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "frozen_by_id" uuid,
    "frozen_at" TIMESTAMP WITH TIME ZONE,
    "reason" text,
    "difference" numeric,
    "has_late_data" boolean NOT NULL DEFAULT false,
    CONSTRAINT "period_result_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "period_result_revision_key" UNIQUE ("commitment_id", "period", "revision"),
    CONSTRAINT "period_result_commitment_fkey" FOREIGN KEY ("commitment_id") REFERENCES "commitment" ("id"),
    CONSTRAINT "period_result_terms_fkey" FOREIGN KEY ("terms_id") REFERENCES "commitment_terms" ("id"),
    CONSTRAINT "period_result_calendar_version_fkey"
      FOREIGN KEY ("calendar_version_id") REFERENCES "service_calendar_version" ("id"),
    CONSTRAINT "period_result_frozen_by_fkey" FOREIGN KEY ("frozen_by_id") REFERENCES "person" ("id"),
    CONSTRAINT "period_result_period_check" CHECK ("period" ~ '^[0-9]{4}-(0[1-9]|1[0-2]|Q[1-4])$'),
    CONSTRAINT "period_result_time_check" CHECK ("from_at" < "to_at"),
    CONSTRAINT "period_result_revision_check" CHECK ("revision" >= 1),
    CONSTRAINT "period_result_state_check" CHECK ("state" IN ('open', 'frozen', 'superseded')),
    CONSTRAINT "period_result_verdict_check" CHECK ("verdict" IN ('met', 'missed', 'atRisk', 'insufficientData')),
    CONSTRAINT "period_result_frozen_check" CHECK (
      ("state" = 'open') = ("frozen_at" IS NULL) AND ("frozen_at" IS NOT NULL OR "frozen_by_id" IS NULL)
    ),
    CONSTRAINT "period_result_final_check" CHECK ("state" = 'open' OR "verdict" <> 'atRisk'),
    CONSTRAINT "period_result_reason_check" CHECK (("revision" = 1) = ("reason" IS NULL)),
    CONSTRAINT "period_result_budget_check"
      CHECK ("budget_unit" IN ('ms', 'tickets', 'events') AND "budget_left" = "budget_total" - "budget_used")
  );
  -- Who reads a commitment over time reads this; at most one revision of a period stands.
  CREATE UNIQUE INDEX "period_result_newest_key" ON "period_result" ("commitment_id", "from_at")
    WHERE "state" <> 'superseded';
  CREATE INDEX "period_result_from_index" ON "period_result" ("from_at");
  CREATE INDEX "period_result_open_index" ON "period_result" ("evaluated_at") WHERE "state" = 'open';

  CREATE TABLE "result_contribution" (
    "result_id" uuid NOT NULL,
    "position" integer NOT NULL,
    "kind" text NOT NULL,
    "evidence_id" uuid NOT NULL,
    "from_at" TIMESTAMP WITH TIME ZONE,
    "to_at" TIMESTAMP WITH TIME ZONE,
    "counted_ms" bigint,
    "bad" boolean NOT NULL,
    "verdict" text NOT NULL,
    "not_counted" text,
    "priority" smallint,
    "target_ms" bigint,
    "due_near" TIMESTAMP WITH TIME ZONE,
    "due_far" TIMESTAMP WITH TIME ZONE,
    "good" bigint,
    "total" bigint,
    "measurements" integer,
    "calendar_version_id" uuid,
    "pauses" jsonb,
    CONSTRAINT "result_contribution_pkey" PRIMARY KEY ("result_id", "position"),
    CONSTRAINT "result_contribution_result_fkey"
      FOREIGN KEY ("result_id") REFERENCES "period_result" ("id") ON DELETE CASCADE,
    CONSTRAINT "result_contribution_calendar_version_fkey"
      FOREIGN KEY ("calendar_version_id") REFERENCES "service_calendar_version" ("id"),
    CONSTRAINT "result_contribution_kind_check" CHECK ("kind" IN ('outage', 'probe', 'ticket', 'count', 'answers')),
    CONSTRAINT "result_contribution_measurements_check"
      CHECK (("kind" IN ('count', 'answers')) = ("measurements" IS NOT NULL) AND "measurements" >= 1)
  );
  CREATE INDEX "result_contribution_ticket_index" ON "result_contribution" ("evidence_id") WHERE "kind" = 'ticket';

  CREATE TABLE "breach" (
    "id" uuid NOT NULL,
    "result_id" uuid NOT NULL,
    "at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "superseded_at" TIMESTAMP WITH TIME ZONE,
    CONSTRAINT "breach_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "breach_result_key" UNIQUE ("result_id"),
    CONSTRAINT "breach_result_fkey" FOREIGN KEY ("result_id") REFERENCES "period_result" ("id")
  );
  CREATE INDEX "breach_at_index" ON "breach" ("at", "id");

  CREATE TABLE "service_credit" (
    "id" uuid NOT NULL,
    "result_id" uuid NOT NULL,
    "at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "percent" numeric NOT NULL,
    "charge" numeric,
    "amount" numeric,
    "currency" text NOT NULL,
    "capped" boolean NOT NULL,
    "below_minimum" boolean NOT NULL,
    "state" text NOT NULL,
    "corrects_id" uuid,
    "difference" numeric,
    "explanation" jsonb NOT NULL,
    CONSTRAINT "service_credit_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "service_credit_result_key" UNIQUE ("result_id"),
    CONSTRAINT "service_credit_corrects_key" UNIQUE ("corrects_id"),
    CONSTRAINT "service_credit_corrects_fkey" FOREIGN KEY ("corrects_id") REFERENCES "service_credit" ("id"),
    CONSTRAINT "service_credit_result_fkey" FOREIGN KEY ("result_id") REFERENCES "period_result" ("id"),
    CONSTRAINT "service_credit_state_check" CHECK ("state" IN ('computed', 'adjusted', 'cancelled')),
    CONSTRAINT "service_credit_percent_check" CHECK ("percent" >= 0),
    CONSTRAINT "service_credit_amount_check" CHECK (("charge" IS NULL) = ("amount" IS NULL) AND "amount" >= 0)
  );
  CREATE INDEX "service_credit_at_index" ON "service_credit" ("at", "id");
`;

/** Measurements are never changed; of a closed result only its standing may change, never what it says. */
const KEPT_AS_IT_WAS = `
  ${['ticket_event', 'series', 'batch'].map(appendOnly).join('')}
  -- Row by row, so that it holds for a partition by its own name too.
  CREATE TRIGGER "measurement_append_only" BEFORE UPDATE OR DELETE ON "measurement"
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

  CREATE FUNCTION keep_closed_result() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'DELETE' OR NEW.state = 'open' OR (OLD.state = 'superseded' AND NEW.state <> 'superseded')
        OR to_jsonb(NEW) - '{state,has_late_data}'::text[] IS DISTINCT FROM to_jsonb(OLD) - '{state,has_late_data}'::text[]
      THEN
        RAISE EXCEPTION 'a closed result stays and says what it said' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END
  $$;
  CREATE TRIGGER "period_result_kept" BEFORE UPDATE OR DELETE ON "period_result"
    FOR EACH ROW WHEN (OLD.state <> 'open') EXECUTE FUNCTION keep_closed_result();

  CREATE FUNCTION keep_closed_contributions() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (SELECT FROM gone JOIN period_result r ON r.id = gone.result_id WHERE r.state <> 'open') THEN
        RAISE EXCEPTION 'the evidence of a closed result stays' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NULL;
    END
  $$;
  CREATE TRIGGER "result_contribution_kept" AFTER DELETE ON "result_contribution"
    REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION keep_closed_contributions();
  CREATE TRIGGER "result_contribution_append_only" BEFORE UPDATE ON "result_contribution"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;
