import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from './append-only.js';

const CALENDARS = `
  CREATE TABLE "service_calendar" (
    "id" uuid NOT NULL,
    "slug" text NOT NULL,
    "name" text NOT NULL,
    "time_zone" text NOT NULL,
    CONSTRAINT "service_calendar_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "service_calendar_slug_key" UNIQUE ("slug"),
    CONSTRAINT "service_calendar_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    CONSTRAINT "service_calendar_name_check" CHECK (btrim("name") <> '')
  );

  CREATE TABLE "service_calendar_version" (
    "id" uuid NOT NULL,
    "calendar_id" uuid NOT NULL,
    "number" integer NOT NULL,
    "effective_from" date NOT NULL,
    "hours" jsonb NOT NULL,
    CONSTRAINT "service_calendar_version_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "service_calendar_version_number_key" UNIQUE ("calendar_id", "number"),
    CONSTRAINT "service_calendar_version_effective_from_key" UNIQUE ("calendar_id", "effective_from"),
    CONSTRAINT "service_calendar_version_calendar_fkey" FOREIGN KEY ("calendar_id") REFERENCES "service_calendar" ("id"),
    CONSTRAINT "service_calendar_version_number_check" CHECK ("number" >= 1),
    CONSTRAINT "service_calendar_version_hours_check" CHECK (jsonb_typeof("hours" -> 'weekly') = 'array')
  );
  ${appendOnly('service_calendar_version')}

  CREATE TABLE "service_calendar_change" (
    "id" uuid NOT NULL,
    "calendar_id" uuid NOT NULL,
    "name" text,
    "effective_from" date NOT NULL,
    "hours" jsonb NOT NULL,
    "reason" text NOT NULL,
    "state" text NOT NULL,
    "proposed_by_id" uuid NOT NULL,
    "proposed_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "decided_by_id" uuid,
    "decided_at" TIMESTAMP WITH TIME ZONE,
    "decision_reason" text,
    "bootstrap" boolean NOT NULL DEFAULT false,
    CONSTRAINT "service_calendar_change_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "service_calendar_change_calendar_fkey" FOREIGN KEY ("calendar_id") REFERENCES "service_calendar" ("id"),
    CONSTRAINT "service_calendar_change_proposed_by_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "person" ("id"),
    CONSTRAINT "service_calendar_change_decided_by_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person" ("id"),
    CONSTRAINT "service_calendar_change_state_check"
      CHECK ("state" IN ('proposed', 'approved', 'refused', 'withdrawn')),
    CONSTRAINT "service_calendar_change_reason_check" CHECK (btrim("reason") <> ''),
    CONSTRAINT "service_calendar_change_decided_check" CHECK (
      ("state" = 'proposed') = ("decided_by_id" IS NULL) AND ("decided_by_id" IS NULL) = ("decided_at" IS NULL)
    ),
    CONSTRAINT "service_calendar_change_second_person_check"
      CHECK ("state" <> 'approved' OR "bootstrap" OR "decided_by_id" <> "proposed_by_id")
  );
  CREATE UNIQUE INDEX "service_calendar_change_waiting_key" ON "service_calendar_change" ("calendar_id")
    WHERE "state" = 'proposed';
`;

const ALWAYS_OPEN = `
  INSERT INTO "service_calendar" ("id", "slug", "name", "time_zone")
    VALUES ('019a0000-0000-7000-8000-000000000247', 'always', '24×7', 'Etc/UTC');
  INSERT INTO "service_calendar_version" ("id", "calendar_id", "number", "effective_from", "hours")
    SELECT '019a0000-0000-7000-8000-000000000248', '019a0000-0000-7000-8000-000000000247', 1, '2000-01-01',
      jsonb_build_object(
        'weekly', jsonb_agg(jsonb_build_object('day', day, 'hours', '[{"from": "00:00", "to": "24:00"}]'::jsonb)),
        'holidays', '[]'::jsonb, 'overrides', '[]'::jsonb, 'breaks', '[]'::jsonb
      )
    FROM unnest(ARRAY['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']) AS day;
`;

const AGREEMENTS = `
  CREATE TABLE "agreement" (
    "id" uuid NOT NULL,
    "slug" text NOT NULL,
    "name" text NOT NULL,
    "kind" text NOT NULL,
    "provider_id" uuid,
    "customer_id" uuid,
    "time_zone" text NOT NULL,
    "currency" text NOT NULL,
    "created_by_id" uuid NOT NULL,
    "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "ended_on" date,
    "end_reason" text,
    CONSTRAINT "agreement_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "agreement_slug_key" UNIQUE ("slug"),
    CONSTRAINT "agreement_provider_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider" ("id"),
    CONSTRAINT "agreement_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "business_unit" ("id"),
    CONSTRAINT "agreement_created_by_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person" ("id"),
    CONSTRAINT "agreement_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    CONSTRAINT "agreement_name_check" CHECK (btrim("name") <> ''),
    CONSTRAINT "agreement_kind_check" CHECK ("kind" IN ('sla', 'ola', 'uc')),
    CONSTRAINT "agreement_parties_check"
      CHECK (("kind" = 'sla') = ("provider_id" IS NULL) AND ("kind" = 'sla' OR "customer_id" IS NULL)),
    CONSTRAINT "agreement_currency_check" CHECK ("currency" ~ '^[A-Z]{3}$'),
    CONSTRAINT "agreement_end_check" CHECK (("ended_on" IS NULL) = ("end_reason" IS NULL))
  );
  CREATE INDEX "agreement_provider_index" ON "agreement" ("provider_id");

  CREATE FUNCTION agreement_binds_fitting_provider() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NOT EXISTS (
        SELECT FROM provider p
        WHERE p.id = NEW.provider_id AND p.kind = CASE NEW.kind WHEN 'ola' THEN 'internal' ELSE 'external' END
      ) THEN
        RAISE EXCEPTION 'an OLA binds an internal provider, an underpinning contract an external one'
          USING ERRCODE = 'check_violation', CONSTRAINT = 'agreement_provider_kind';
      END IF;
      RETURN NEW;
    END
  $$;
  CREATE TRIGGER "agreement_provider_kind" BEFORE INSERT OR UPDATE OF "kind", "provider_id" ON "agreement"
    FOR EACH ROW WHEN (NEW.provider_id IS NOT NULL) EXECUTE FUNCTION agreement_binds_fitting_provider();

  CREATE TABLE "agreement_end" (
    "id" uuid NOT NULL,
    "agreement_id" uuid NOT NULL,
    "last_day" date NOT NULL,
    "reason" text NOT NULL,
    "state" text NOT NULL,
    "proposed_by_id" uuid NOT NULL,
    "proposed_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "decided_by_id" uuid,
    "decided_at" TIMESTAMP WITH TIME ZONE,
    "decision_reason" text,
    "bootstrap" boolean NOT NULL DEFAULT false,
    CONSTRAINT "agreement_end_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "agreement_end_agreement_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement" ("id"),
    CONSTRAINT "agreement_end_proposed_by_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "person" ("id"),
    CONSTRAINT "agreement_end_decided_by_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person" ("id"),
    CONSTRAINT "agreement_end_state_check" CHECK ("state" IN ('proposed', 'approved', 'refused', 'withdrawn')),
    CONSTRAINT "agreement_end_reason_check" CHECK (btrim("reason") <> ''),
    CONSTRAINT "agreement_end_decided_check" CHECK (
      ("state" = 'proposed') = ("decided_by_id" IS NULL) AND ("decided_by_id" IS NULL) = ("decided_at" IS NULL)
    ),
    CONSTRAINT "agreement_end_second_person_check"
      CHECK ("state" <> 'approved' OR "bootstrap" OR "decided_by_id" <> "proposed_by_id")
  );
  CREATE UNIQUE INDEX "agreement_end_waiting_key" ON "agreement_end" ("agreement_id") WHERE "state" = 'proposed';

  CREATE TABLE "agreement_version" (
    "id" uuid NOT NULL,
    "agreement_id" uuid NOT NULL,
    "number" integer NOT NULL,
    "state" text NOT NULL,
    "effective_from" date NOT NULL,
    "effective_to" date,
    "monthly_charge" numeric,
    "measured_by" text NOT NULL DEFAULT 'us',
    "objection_days" integer,
    "remedy" jsonb,
    "cap_text" text,
    "claim_text" text,
    "exclusions_text" text,
    "exclusion_categories" text[],
    "maintenance_rules" jsonb,
    "closing" text NOT NULL DEFAULT 'asOrganisation',
    "closing_days" integer,
    "ticket_alert_percents" integer[] NOT NULL DEFAULT '{75,90}',
    "urgent_at_any_hour" boolean NOT NULL DEFAULT false,
    "source_text" text,
    "notes_text" text,
    "revision" integer NOT NULL DEFAULT 1,
    "written_by_ids" uuid[] NOT NULL,
    "proposed_by_id" uuid,
    "proposed_at" TIMESTAMP WITH TIME ZONE,
    "decided_by_id" uuid,
    "decided_at" TIMESTAMP WITH TIME ZONE,
    "reason" text,
    "bootstrap" boolean NOT NULL DEFAULT false,
    CONSTRAINT "agreement_version_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "agreement_version_number_key" UNIQUE ("agreement_id", "number"),
    CONSTRAINT "agreement_version_agreement_key" UNIQUE ("id", "agreement_id"),
    CONSTRAINT "agreement_version_agreement_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement" ("id"),
    CONSTRAINT "agreement_version_proposed_by_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "person" ("id"),
    CONSTRAINT "agreement_version_decided_by_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person" ("id"),
    CONSTRAINT "agreement_version_number_check" CHECK ("number" >= 1),
    CONSTRAINT "agreement_version_state_check" CHECK ("state" IN ('draft', 'proposed', 'inForce', 'refused')),
    CONSTRAINT "agreement_version_range_check"
      CHECK ("effective_to" IS NULL OR ("state" = 'inForce' AND "effective_to" >= "effective_from")),
    CONSTRAINT "agreement_version_charge_check" CHECK ("monthly_charge" >= 0),
    CONSTRAINT "agreement_version_categories_check" CHECK ("exclusion_categories" <@ ARRAY['customerCause', 'thirdParty', 'forceMajeure', 'plannedMaintenance', 'emergencyMaintenance', 'suspendedService', 'abuseOrQuota', 'previewFeature', 'measurementFault', 'other']),
    CONSTRAINT "agreement_version_measured_by_check" CHECK ("measured_by" IN ('us', 'provider', 'both')),
    CONSTRAINT "agreement_version_objection_days_check" CHECK ("objection_days" BETWEEN 1 AND 366),
    CONSTRAINT "agreement_version_remedy_check"
      CHECK ("remedy" ->> 'combination' IN ('sum', 'highest', 'points')),
    CONSTRAINT "agreement_version_maintenance_check" CHECK (jsonb_typeof("maintenance_rules") = 'object'),
    CONSTRAINT "agreement_version_closing_check" CHECK ("closing" IN ('asOrganisation', 'byHand', 'byItself')),
    CONSTRAINT "agreement_version_closing_days_check"
      CHECK (("closing" = 'byItself') = ("closing_days" IS NOT NULL) AND "closing_days" BETWEEN 0 AND 90),
    CONSTRAINT "agreement_version_ticket_alerts_check" CHECK (cardinality("ticket_alert_percents") <= 5
      AND 1 <= ALL ("ticket_alert_percents") AND 100 > ALL ("ticket_alert_percents")),
    CONSTRAINT "agreement_version_proposed_check" CHECK (
      ("state" = 'draft') = ("proposed_at" IS NULL) AND ("proposed_at" IS NULL) = ("proposed_by_id" IS NULL)
    ),
    CONSTRAINT "agreement_version_decided_check" CHECK (
      ("state" IN ('inForce', 'refused')) = ("decided_at" IS NOT NULL) AND ("decided_at" IS NULL) = ("decided_by_id" IS NULL)
    ),
    CONSTRAINT "agreement_version_second_person_check"
      CHECK ("state" <> 'inForce' OR "bootstrap" OR "decided_by_id" <> ALL ("written_by_ids" || "proposed_by_id")),
    CONSTRAINT "agreement_version_reason_check" CHECK (("state" = 'refused') = ("reason" IS NOT NULL)),
    CONSTRAINT "agreement_version_in_force_excl" EXCLUDE USING gist (
      "agreement_id" WITH =, daterange("effective_from", "effective_to", '[]') WITH &&
    ) WHERE ("state" = 'inForce')
  );
  CREATE UNIQUE INDEX "agreement_version_open_key" ON "agreement_version" ("agreement_id")
    WHERE "state" IN ('draft', 'proposed');
`;

const COMMITMENTS = `
  CREATE TABLE "commitment" (
    "id" uuid NOT NULL,
    "agreement_id" uuid NOT NULL,
    "service_id" uuid NOT NULL,
    "slug" text NOT NULL,
    "name" text NOT NULL,
    CONSTRAINT "commitment_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "commitment_slug_key" UNIQUE ("service_id", "slug"),
    CONSTRAINT "commitment_agreement_key" UNIQUE ("id", "agreement_id"),
    CONSTRAINT "commitment_agreement_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement" ("id"),
    CONSTRAINT "commitment_service_fkey" FOREIGN KEY ("service_id") REFERENCES "service" ("id"),
    CONSTRAINT "commitment_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    CONSTRAINT "commitment_name_check" CHECK (btrim("name") <> '')
  );
  CREATE INDEX "commitment_agreement_index" ON "commitment" ("agreement_id");

  CREATE TABLE "commitment_terms" (
    "id" uuid NOT NULL,
    "agreement_id" uuid NOT NULL,
    "version_id" uuid NOT NULL,
    "commitment_id" uuid NOT NULL,
    "name" text NOT NULL,
    "indicator" jsonb NOT NULL,
    "target" numeric NOT NULL,
    "comparator" text NOT NULL,
    "window_kind" text NOT NULL,
    "window_text" text,
    "calendar_id" uuid NOT NULL,
    "missing_data" text NOT NULL,
    "coverage_floor" numeric NOT NULL,
    "provider_owes_data" boolean NOT NULL,
    "excluded_time" text NOT NULL,
    "credit" jsonb,
    CONSTRAINT "commitment_terms_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "commitment_terms_commitment_key" UNIQUE ("version_id", "commitment_id"),
    CONSTRAINT "commitment_terms_version_fkey"
      FOREIGN KEY ("version_id", "agreement_id") REFERENCES "agreement_version" ("id", "agreement_id"),
    CONSTRAINT "commitment_terms_commitment_fkey"
      FOREIGN KEY ("commitment_id", "agreement_id") REFERENCES "commitment" ("id", "agreement_id"),
    CONSTRAINT "commitment_terms_calendar_fkey" FOREIGN KEY ("calendar_id") REFERENCES "service_calendar" ("id"),
    CONSTRAINT "commitment_terms_name_check" CHECK (btrim("name") <> ''),
    CONSTRAINT "commitment_terms_indicator_check"
      CHECK ("indicator" ->> 'kind' IN ('availability', 'ticketsInTime', 'goodOfTotal', 'percentile', 'satisfaction')),
    CONSTRAINT "commitment_terms_target_check" CHECK ("target" BETWEEN 0 AND 100),
    CONSTRAINT "commitment_terms_comparator_check" CHECK ("comparator" IN ('atLeast', 'atMost')),
    CONSTRAINT "commitment_terms_window_check" CHECK ("window_kind" IN ('month', 'quarter')),
    CONSTRAINT "commitment_terms_missing_data_check" CHECK ("missing_data" IN ('ignore', 'good', 'bad')),
    CONSTRAINT "commitment_terms_coverage_floor_check" CHECK ("coverage_floor" BETWEEN 0 AND 100),
    CONSTRAINT "commitment_terms_excluded_time_check" CHECK ("excluded_time" IN ('removed', 'countsAsUp')),
    CONSTRAINT "commitment_terms_credit_check" CHECK (jsonb_typeof("credit" -> 'tiers') = 'array')
  );
  CREATE INDEX "commitment_terms_commitment_index" ON "commitment_terms" ("commitment_id");
  CREATE INDEX "commitment_terms_calendar_index" ON "commitment_terms" ("calendar_id");

  CREATE FUNCTION terms_change_in_drafts_only() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      version_of uuid := CASE TG_OP WHEN 'DELETE' THEN OLD.version_id ELSE NEW.version_id END;
    BEGIN
      IF NOT EXISTS (SELECT FROM agreement_version v WHERE v.id = version_of AND v.state = 'draft') THEN
        RAISE EXCEPTION 'the terms of a version change only while it is a draft' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END
  $$;
  CREATE TRIGGER "commitment_terms_draft_only" BEFORE INSERT OR UPDATE OR DELETE ON "commitment_terms"
    FOR EACH ROW EXECUTE FUNCTION terms_change_in_drafts_only();
`;

const OPENSLO = `
  CREATE TABLE "openslo_document" (
    "agreement_id" uuid NOT NULL,
    "position" integer NOT NULL,
    "kind" text NOT NULL,
    "name" text NOT NULL,
    "document" jsonb NOT NULL,
    CONSTRAINT "openslo_document_pkey" PRIMARY KEY ("agreement_id", "position"),
    CONSTRAINT "openslo_document_agreement_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement" ("id")
  );
  CREATE UNIQUE INDEX "openslo_document_slo_key" ON "openslo_document" ("name") WHERE "kind" = 'SLO';
  ${appendOnly('openslo_document')}
`;

const PLANS = `
  ALTER TABLE "plan" ADD CONSTRAINT "plan_agreement_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement" ("id");
`;

/** Service calendars, agreements with their versions, and the commitments in them. */
export class Agreements1760000000004 implements MigrationInterface {
  name = 'Agreements1760000000004';

  async up(runner: QueryRunner): Promise<void> {
    // For the exclusion constraint: a uuid beside a range.
    await runner.query('CREATE EXTENSION IF NOT EXISTS btree_gist');
    await runner.query([CALENDARS, ALWAYS_OPEN, AGREEMENTS, COMMITMENTS, OPENSLO, PLANS].join('\n'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE "plan" DROP CONSTRAINT "plan_agreement_fkey";
      DROP TABLE "openslo_document", "commitment_terms", "commitment", "agreement_version", "agreement_end", "agreement",
        "service_calendar_change", "service_calendar_version", "service_calendar";
      DROP FUNCTION terms_change_in_drafts_only(), agreement_binds_fitting_provider();
    `);
  }
}
