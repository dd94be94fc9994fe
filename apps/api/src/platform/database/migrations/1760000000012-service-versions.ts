import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from './append-only.js';

export class ServiceVersions1760000000012 implements MigrationInterface {
  name = 'ServiceVersions1760000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(VERSIONS);
    await runner.query(PLANS);
    await runner.query(PRICES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE "price_component", "price_list";
      ALTER TABLE "plan" DROP COLUMN "position", DROP COLUMN "term_months", DROP COLUMN "renewal", DROP COLUMN "price_on_request", DROP COLUMN "ends_on";
      ALTER TABLE "order_item" DROP CONSTRAINT "order_item_service_version_fkey";
      ALTER TABLE "service" DROP COLUMN "live_version_id";
      DROP TABLE "service_version";
    `);
  }
}

const VERSIONS = `
  CREATE TABLE "service_version" (
    "id" uuid NOT NULL,
    "service_id" uuid NOT NULL,
    "number" integer NOT NULL,
    "state" text NOT NULL,
    "definition" json NOT NULL,
    "revision" integer NOT NULL DEFAULT 1,
    "based_on" integer,
    "written_by_ids" uuid array NOT NULL,
    "drafted_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "proposed_by_id" uuid,
    "proposed_at" TIMESTAMP WITH TIME ZONE,
    "decided_by_id" uuid,
    "decided_at" TIMESTAMP WITH TIME ZONE,
    "reason" text,
    "bootstrap" boolean NOT NULL DEFAULT false,
    CONSTRAINT "service_version_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "service_version_number_key" UNIQUE ("service_id", "number"),
    CONSTRAINT "service_version_number_check" CHECK ("number" >= 1 AND "based_on" < "number"),
    CONSTRAINT "service_version_state_check"
      CHECK ("state" IN ('draft', 'proposed', 'published', 'replaced', 'withdrawn')),
    CONSTRAINT "service_version_proposed_check"
      CHECK (CASE "state" WHEN 'draft' THEN "proposed_at" IS NULL WHEN 'withdrawn' THEN true ELSE "proposed_at" IS NOT NULL END
        AND ("proposed_at" IS NULL) = ("proposed_by_id" IS NULL)),
    CONSTRAINT "service_version_decided_check"
      CHECK (("state" IN ('draft', 'proposed')) = ("decided_at" IS NULL) AND ("decided_at" IS NULL) = ("decided_by_id" IS NULL)),
    CONSTRAINT "service_version_second_person_check"
      CHECK ("state" NOT IN ('published', 'replaced') OR "bootstrap" OR "decided_by_id" <> ALL ("written_by_ids" || "proposed_by_id")),
    CONSTRAINT "service_version_service_fkey" FOREIGN KEY ("service_id") REFERENCES "service" ("id"),
    CONSTRAINT "service_version_proposed_by_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "person" ("id"),
    CONSTRAINT "service_version_decided_by_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person" ("id")
  );
  CREATE UNIQUE INDEX "service_version_open_key" ON "service_version" ("service_id") WHERE "state" IN ('draft', 'proposed');
  CREATE UNIQUE INDEX "service_version_live_key" ON "service_version" ("service_id") WHERE "state" = 'published';
  ALTER TABLE "service"
    ADD COLUMN "live_version_id" uuid,
    ADD CONSTRAINT "service_live_version_fkey" FOREIGN KEY ("live_version_id") REFERENCES "service_version" ("id");
  ALTER TABLE "order_item"
    ADD CONSTRAINT "order_item_service_version_fkey" FOREIGN KEY ("service_version_id") REFERENCES "service_version" ("id");
`;

const PLANS = `
  ALTER TABLE "plan"
    ADD COLUMN "position" smallint NOT NULL,
    ADD COLUMN "term_months" smallint,
    ADD COLUMN "renewal" text,
    ADD COLUMN "price_on_request" boolean NOT NULL DEFAULT false,
    ADD COLUMN "ends_on" date,
    ADD CONSTRAINT "plan_term_check" CHECK (num_nulls("term_months", "renewal") IN (0, 2) AND "term_months" >= 1),
    ADD CONSTRAINT "plan_renewal_check" CHECK ("renewal" IN ('automatic', 'onRequest'));
`;

const PRICES = `
  CREATE TABLE "price_list" (
    "id" uuid NOT NULL,
    "plan_id" uuid NOT NULL,
    "version_id" uuid NOT NULL,
    "plan_version" integer NOT NULL,
    "from_date" date NOT NULL,
    "to_date" date,
    "subscribers_from" date,
    "suspended_is_charged" boolean NOT NULL DEFAULT false,
    "withdrawn_at" TIMESTAMP WITH TIME ZONE,
    CONSTRAINT "price_list_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "price_list_dates_check" CHECK ("to_date" >= "from_date" AND "subscribers_from" >= "from_date"),
    CONSTRAINT "price_list_one_at_a_time_excl"
      EXCLUDE USING gist ("plan_id" WITH =, daterange("from_date", "to_date", '[]') WITH &&) WHERE ("withdrawn_at" IS NULL),
    CONSTRAINT "price_list_plan_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan" ("id"),
    CONSTRAINT "price_list_version_fkey" FOREIGN KEY ("version_id") REFERENCES "service_version" ("id")
  );

  CREATE TABLE "price_component" (
    "id" uuid NOT NULL,
    "price_list_id" uuid NOT NULL,
    "position" smallint NOT NULL,
    "kind" text NOT NULL,
    "label" text NOT NULL,
    "amount" numeric NOT NULL,
    "per" text,
    "unit_name" text,
    "tiers" jsonb,
    CONSTRAINT "price_component_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "price_component_position_key" UNIQUE ("price_list_id", "position"),
    CONSTRAINT "price_component_kind_check" CHECK ("kind" IN ('oneOff', 'recurring', 'perUnit', 'metered', 'limit')),
    CONSTRAINT "price_component_label_check" CHECK (btrim("label") <> ''),
    CONSTRAINT "price_component_amount_check" CHECK ("amount" >= 0 AND "amount" < 1e12),
    CONSTRAINT "price_component_per_check" CHECK ("per" IN ('month', 'quarter', 'year')),
    CONSTRAINT "price_component_period_check"
      CHECK (CASE "kind" WHEN 'oneOff' THEN "per" IS NULL WHEN 'perUnit' THEN true ELSE "per" IS NOT NULL END),
    CONSTRAINT "price_component_unit_check" CHECK (("kind" IN ('perUnit', 'metered', 'limit')) = ("unit_name" IS NOT NULL)),
    CONSTRAINT "price_component_tiers_check" CHECK ("tiers" IS NULL OR "unit_name" IS NOT NULL),
    CONSTRAINT "price_component_list_fkey" FOREIGN KEY ("price_list_id") REFERENCES "price_list" ("id")
  );
  ${appendOnly('price_component')}
`;
