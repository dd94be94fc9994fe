import type { MigrationInterface, QueryRunner } from 'typeorm';

export class People1760000000002 implements MigrationInterface {
  name = 'People1760000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS btree_gist;

      CREATE TABLE "enterprise" (
        "only" boolean NOT NULL DEFAULT true,
        "name" text NOT NULL,
        "time_zone" text NOT NULL,
        "currency" text NOT NULL,
        "closing_days" integer,
        "demo" boolean NOT NULL DEFAULT false,
        "demo_anchor" TIMESTAMP WITH TIME ZONE,
        "demo_seed" text,
        "demo_state" text NOT NULL DEFAULT 'undecided',
        CONSTRAINT "enterprise_pkey" PRIMARY KEY ("only"),
        CONSTRAINT "enterprise_one_row_check" CHECK ("only"),
        CONSTRAINT "enterprise_name_check" CHECK ("name" <> ''),
        CONSTRAINT "enterprise_currency_check" CHECK ("currency" ~ '^[A-Z]{3}$'),
        CONSTRAINT "enterprise_closing_days_check" CHECK ("closing_days" BETWEEN 0 AND 90),
        CONSTRAINT "enterprise_demo_state_check"
          CHECK ("demo_state" IN ('undecided', 'filling', 'filled', 'failed', 'declined')),
        CONSTRAINT "enterprise_demo_check" CHECK ("demo" = ("demo_state" IN ('filling', 'filled', 'failed')))
      );
      -- How it is called until the first administrator, or the demo, says.
      INSERT INTO "enterprise" ("name", "time_zone", "currency") VALUES ('Accord', 'UTC', 'EUR');

      CREATE TABLE "business_unit" (
        "id" uuid NOT NULL,
        "slug" text NOT NULL,
        "name" text NOT NULL,
        "parent_id" uuid,
        "ended_at" TIMESTAMP WITH TIME ZONE,
        CONSTRAINT "business_unit_pkey" PRIMARY KEY ("id"),
        CONSTRAINT "business_unit_slug_key" UNIQUE ("slug"),
        CONSTRAINT "business_unit_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        CONSTRAINT "business_unit_name_check" CHECK ("name" <> ''),
        CONSTRAINT "business_unit_parent_check" CHECK ("parent_id" <> "id"),
        CONSTRAINT "business_unit_parent_fkey" FOREIGN KEY ("parent_id") REFERENCES "business_unit" ("id")
      );
      CREATE INDEX "business_unit_parent_index" ON "business_unit" ("parent_id");

      CREATE TABLE "person" (
        "id" uuid NOT NULL,
        "name" text NOT NULL,
        "email" text NOT NULL,
        "unit_id" uuid,
        "location" text,
        "demo_job" text,
        "added_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "ended_at" TIMESTAMP WITH TIME ZONE,
        CONSTRAINT "person_pkey" PRIMARY KEY ("id"),
        CONSTRAINT "person_email_key" UNIQUE ("email"),
        CONSTRAINT "person_name_check" CHECK ("name" <> ''),
        CONSTRAINT "person_location_check" CHECK (btrim("location") <> ''),
        CONSTRAINT "person_email_check" CHECK ("email" = lower("email") AND "email" LIKE '%_@_%'),
        CONSTRAINT "person_unit_fkey" FOREIGN KEY ("unit_id") REFERENCES "business_unit" ("id")
      );
      CREATE INDEX "person_unit_index" ON "person" ("unit_id");

      CREATE TABLE "credential" (
        "person_id" uuid NOT NULL,
        "password_hash" text NOT NULL,
        "is_given" boolean NOT NULL DEFAULT false,
        "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        CONSTRAINT "credential_pkey" PRIMARY KEY ("person_id"),
        CONSTRAINT "credential_person_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id")
      );

      CREATE TABLE "session" (
        "id" uuid NOT NULL,
        "person_id" uuid NOT NULL,
        "token_hash" bytea NOT NULL,
        "started_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "last_seen_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "ended_at" TIMESTAMP WITH TIME ZONE,
        "end_reason" text,
        CONSTRAINT "session_pkey" PRIMARY KEY ("id"),
        CONSTRAINT "session_token_hash_key" UNIQUE ("token_hash"),
        CONSTRAINT "session_token_hash_check" CHECK (octet_length("token_hash") = 32),
        CONSTRAINT "session_end_check" CHECK (("ended_at" IS NULL) = ("end_reason" IS NULL)),
        CONSTRAINT "session_end_reason_check"
          CHECK ("end_reason" IN ('signedOut', 'signedInAgain', 'passwordChanged', 'personEnded')),
        CONSTRAINT "session_person_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id")
      );
      CREATE INDEX "session_person_index" ON "session" ("person_id");

      CREATE TABLE "sign_in_attempt" (
        "kind" text NOT NULL,
        "key" bytea NOT NULL,
        "failures" integer NOT NULL,
        "forgiven_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "blocked_until" TIMESTAMP WITH TIME ZONE,
        CONSTRAINT "sign_in_attempt_pkey" PRIMARY KEY ("kind", "key"),
        CONSTRAINT "sign_in_attempt_kind_check" CHECK ("kind" IN ('account', 'address')),
        CONSTRAINT "sign_in_attempt_failures_check" CHECK ("failures" >= 0)
      );

      CREATE TABLE "setup_code" (
        "id" uuid NOT NULL,
        "code_hash" bytea NOT NULL,
        "made_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "open" boolean NOT NULL DEFAULT true,
        CONSTRAINT "setup_code_pkey" PRIMARY KEY ("id"),
        CONSTRAINT "setup_code_hash_check" CHECK (octet_length("code_hash") = 32)
      );
      CREATE UNIQUE INDEX "setup_code_open_key" ON "setup_code" ("open") WHERE "open";

      CREATE TABLE "team" (
        "id" uuid NOT NULL,
        "slug" text NOT NULL,
        "name" text NOT NULL,
        "unit_id" uuid,
        "ended_at" TIMESTAMP WITH TIME ZONE,
        CONSTRAINT "team_pkey" PRIMARY KEY ("id"),
        CONSTRAINT "team_slug_key" UNIQUE ("slug"),
        CONSTRAINT "team_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        CONSTRAINT "team_name_check" CHECK ("name" <> ''),
        CONSTRAINT "team_unit_fkey" FOREIGN KEY ("unit_id") REFERENCES "business_unit" ("id")
      );
      CREATE INDEX "team_unit_index" ON "team" ("unit_id");

      CREATE TABLE "team_membership" (
        "id" uuid NOT NULL,
        "team_id" uuid NOT NULL,
        "person_id" uuid NOT NULL,
        "from_date" date NOT NULL,
        "to_date" date,
        CONSTRAINT "team_membership_pkey" PRIMARY KEY ("id"),
        CONSTRAINT "team_membership_dates_check" CHECK ("to_date" >= "from_date"),
        CONSTRAINT "team_membership_team_fkey" FOREIGN KEY ("team_id") REFERENCES "team" ("id"),
        CONSTRAINT "team_membership_person_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id"),
        CONSTRAINT "team_membership_once_excl" EXCLUDE
          USING gist ("team_id" WITH =, "person_id" WITH =, daterange("from_date", "to_date", '[]') WITH &&)
      );
      CREATE INDEX "team_membership_person_index" ON "team_membership" ("person_id");

      CREATE TABLE "role_assignment" (
        "id" uuid NOT NULL,
        "person_id" uuid NOT NULL,
        "role" text NOT NULL,
        "scope_kind" text NOT NULL,
        "unit_id" uuid,
        "service_id" uuid,
        "provider_id" uuid,
        "team_id" uuid,
        "from_date" date NOT NULL,
        "to_date" date,
        "state" text NOT NULL,
        "proposed_by_id" uuid,
        "proposed_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "reason" text NOT NULL,
        "decided_by_id" uuid,
        "decided_at" TIMESTAMP WITH TIME ZONE,
        "decision_reason" text,
        "bootstrap" boolean NOT NULL DEFAULT false,
        "ended_at" TIMESTAMP WITH TIME ZONE,
        "end_reason" text,
        CONSTRAINT "role_assignment_pkey" PRIMARY KEY ("id"),
        CONSTRAINT "role_assignment_role_check" CHECK ("role" IN ('requester', 'budgetOwner', 'fulfiller',
          'serviceOwner', 'serviceManager', 'vendorManager', 'teamLead', 'rewardOfficer', 'btOffice', 'executive',
          'auditor', 'administrator', 'providerContact')),
        CONSTRAINT "role_assignment_scope_kind_check"
          CHECK ("scope_kind" IN ('organisation', 'unit', 'service', 'provider', 'team')),
        CONSTRAINT "role_assignment_one_scope_check" CHECK (
          num_nonnulls("unit_id", "service_id", "provider_id", "team_id") = ("scope_kind" <> 'organisation')::int),
        CONSTRAINT "role_assignment_scope_of_kind_check" CHECK (CASE "scope_kind"
          WHEN 'unit' THEN "unit_id" WHEN 'service' THEN "service_id" WHEN 'provider' THEN "provider_id"
          WHEN 'team' THEN "team_id" ELSE "person_id" END IS NOT NULL),
        CONSTRAINT "role_assignment_scope_of_role_check" CHECK (CASE "role"
          WHEN 'administrator' THEN "scope_kind" = 'organisation' WHEN 'btOffice' THEN "scope_kind" = 'organisation'
          WHEN 'teamLead' THEN "scope_kind" = 'team' WHEN 'providerContact' THEN "scope_kind" = 'provider'
          ELSE true END),
        CONSTRAINT "role_assignment_dates_check" CHECK ("to_date" >= "from_date"),
        CONSTRAINT "role_assignment_state_check"
          CHECK ("state" IN ('proposed', 'approved', 'refused', 'withdrawn')),
        CONSTRAINT "role_assignment_decided_check"
          CHECK (("state" IN ('approved', 'refused')) = ("decided_by_id" IS NOT NULL)),
        CONSTRAINT "role_assignment_second_person_check" CHECK ("bootstrap" OR "state" <> 'approved'
          OR ("decided_by_id" <> "person_id" AND "decided_by_id" <> "proposed_by_id")),
        CONSTRAINT "role_assignment_ended_check" CHECK ("ended_at" IS NULL OR "state" = 'approved'),
        CONSTRAINT "role_assignment_person_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id"),
        CONSTRAINT "role_assignment_unit_fkey" FOREIGN KEY ("unit_id") REFERENCES "business_unit" ("id"),
        CONSTRAINT "role_assignment_team_fkey" FOREIGN KEY ("team_id") REFERENCES "team" ("id"),
        CONSTRAINT "role_assignment_proposed_by_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "person" ("id"),
        CONSTRAINT "role_assignment_decided_by_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person" ("id")
      );
      CREATE INDEX "role_assignment_person_index" ON "role_assignment" ("person_id");
      CREATE INDEX "role_assignment_proposed_index" ON "role_assignment" ("proposed_at") WHERE "state" = 'proposed';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE "role_assignment", "team_membership", "team", "setup_code", "sign_in_attempt", "session",
        "credential", "person", "business_unit", "enterprise";
    `);
  }
}
