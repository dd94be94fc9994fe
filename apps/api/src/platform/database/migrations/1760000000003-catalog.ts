import { defaultArchetypes } from '@accord/domain';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from './append-only.js';

/** Before anything that anybody will enter. */
const FROM_THE_START = '2000-01-01';

export class Catalog1760000000003 implements MigrationInterface {
  name = 'Catalog1760000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(archetypes);
    await installDefaults(runner);
    await runner.query(providers);
    await runner.query(services);
    await runner.query(plans);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE "role_assignment"
        DROP CONSTRAINT "role_assignment_service_fkey", DROP CONSTRAINT "role_assignment_provider_fkey";
      DROP TABLE "plan", "service_support", "service_former_owner", "service", "provider", "archetype_version";
    `);
  }
}

const archetypes = `
  CREATE TABLE "archetype_version" (
    "id" uuid NOT NULL,
    "key" text NOT NULL,
    "version" integer NOT NULL,
    "effective_from" date NOT NULL,
    "name" text NOT NULL,
    "summary" text NOT NULL,
    "commitment_style" text NOT NULL,
    "default_availability" numeric,
    "review_cadence" text NOT NULL,
    "decision_body" text NOT NULL,
    "sourcing" text NOT NULL,
    "cost_model" text NOT NULL,
    "first_measure" text NOT NULL,
    "reward_operations" smallint NOT NULL,
    "reward_customer" smallint NOT NULL,
    "reward_outcome" smallint NOT NULL,
    "typical_operational_dependence" smallint NOT NULL,
    "typical_strategic_impact" smallint NOT NULL,
    "typical_standardizability" smallint NOT NULL,
    "typical_uncertainty" smallint NOT NULL,
    CONSTRAINT "archetype_version_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "archetype_version_number_key" UNIQUE ("key", "version"),
    CONSTRAINT "archetype_version_effective_key" UNIQUE ("key", "effective_from"),
    CONSTRAINT "archetype_version_key_check"
      CHECK ("key" IN ('commodityUtility', 'coreOperations', 'enhancement', 'differentiator', 'frontier')),
    CONSTRAINT "archetype_version_number_check" CHECK ("version" >= 1),
    CONSTRAINT "archetype_version_availability_check" CHECK ("default_availability" > 0 AND "default_availability" <= 100),
    CONSTRAINT "archetype_version_cadence_check"
      CHECK ("review_cadence" IN ('fortnightly', 'monthly', 'quarterly', 'stageGate')),
    CONSTRAINT "archetype_version_body_check"
      CHECK ("decision_body" IN ('centralized', 'participative', 'centralizedAndParticipative', 'needsBased')),
    CONSTRAINT "archetype_version_sourcing_check" CHECK ("sourcing" IN
      ('marketSeveralSources', 'retainedControl', 'mixed', 'retainedOrStrategicPartner', 'partnerCapped')),
    CONSTRAINT "archetype_version_cost_model_check" CHECK ("cost_model" IN
      ('unitPriceChargeback', 'capacityTiered', 'projectPlusRunShowback', 'valueCaseJointBudget', 'cappedVentureFund')),
    CONSTRAINT "archetype_version_mix_check"
      CHECK ("reward_operations" >= 0 AND "reward_customer" >= 0 AND "reward_outcome" >= 0
        AND "reward_operations" + "reward_customer" + "reward_outcome" = 100),
    CONSTRAINT "archetype_version_scores_check"
      CHECK ("typical_operational_dependence" BETWEEN 1 AND 5 AND "typical_strategic_impact" BETWEEN 1 AND 5
        AND "typical_standardizability" BETWEEN 1 AND 5 AND "typical_uncertainty" BETWEEN 1 AND 5)
  );
  CREATE TRIGGER "archetype_version_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "archetype_version"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;

async function installDefaults(runner: QueryRunner): Promise<void> {
  for (const [place, { key, rewardMix, typicalScores, ...terms }] of defaultArchetypes.entries()) {
    const row = {
      // The same everywhere: they come with the installation, not with a day.
      id: `019a0000-0000-7000-8000-0000000000a${place}`,
      key,
      version: 1,
      effective_from: FROM_THE_START,
      name: terms.name,
      summary: terms.summary,
      commitment_style: terms.commitmentStyle,
      default_availability: terms.defaultAvailability,
      review_cadence: terms.reviewCadence,
      decision_body: terms.decisionBody,
      sourcing: terms.sourcing,
      cost_model: terms.costModel,
      first_measure: terms.firstMeasure,
      reward_operations: rewardMix.operations,
      reward_customer: rewardMix.customer,
      reward_outcome: rewardMix.outcome,
      typical_operational_dependence: typicalScores.operationalDependence,
      typical_strategic_impact: typicalScores.strategicImpact,
      typical_standardizability: typicalScores.standardizability,
      typical_uncertainty: typicalScores.uncertainty,
    };
    await runner.query(
      `INSERT INTO "archetype_version" SELECT * FROM jsonb_populate_record(NULL::"archetype_version", $1::jsonb)`,
      [JSON.stringify(row)],
    );
  }
}

const providers = `
  CREATE TABLE "provider" (
    "id" uuid NOT NULL,
    "slug" text NOT NULL,
    "name" text NOT NULL,
    "kind" text NOT NULL,
    "description" text NOT NULL,
    "country" text,
    "website" text,
    "team_id" uuid,
    "version" integer NOT NULL,
    "ended_at" TIMESTAMP WITH TIME ZONE,
    CONSTRAINT "provider_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "provider_slug_key" UNIQUE ("slug"),
    CONSTRAINT "provider_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    CONSTRAINT "provider_name_check" CHECK (btrim("name") <> ''),
    CONSTRAINT "provider_kind_check" CHECK ("kind" IN ('internal', 'external')),
    CONSTRAINT "provider_team_check" CHECK (("kind" = 'internal') = ("team_id" IS NOT NULL)),
    CONSTRAINT "provider_company_check" CHECK ("kind" = 'external' OR num_nonnulls("country", "website") = 0),
    CONSTRAINT "provider_country_check" CHECK ("country" ~ '^[A-Z]{2}$'),
    CONSTRAINT "provider_team_fkey" FOREIGN KEY ("team_id") REFERENCES "team" ("id")
  );
  CREATE INDEX "provider_name_index" ON "provider" ("name" COLLATE "und-x-icu", "id");
  CREATE INDEX "provider_team_index" ON "provider" ("team_id");
  ALTER TABLE "role_assignment"
    ADD CONSTRAINT "role_assignment_provider_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider" ("id");
`;

const services = `
  CREATE TABLE "service" (
    "id" uuid NOT NULL,
    "slug" text NOT NULL,
    "name" text NOT NULL,
    "outcome" text NOT NULL,
    "description" text NOT NULL,
    "synonyms" text array NOT NULL,
    "line_of_service" text NOT NULL,
    "lifecycle" text NOT NULL,
    "owner_id" uuid,
    "unit_id" uuid,
    "provider_id" uuid,
    "operational_dependence" smallint,
    "strategic_impact" smallint,
    "standardizability" smallint,
    "uncertainty" smallint,
    "override_archetype" text,
    "override_decided_by_id" uuid,
    "override_reason" text,
    "override_expires_on" date,
    "seen_by" jsonb,
    "ordered_by" jsonb,
    "version" integer NOT NULL,
    "search" tsvector,
    CONSTRAINT "service_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "service_slug_key" UNIQUE ("slug"),
    CONSTRAINT "service_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    CONSTRAINT "service_words_check" CHECK (btrim("name") <> '' AND btrim("outcome") <> ''),
    CONSTRAINT "service_line_of_service_check" CHECK ("line_of_service" IN
      ('technologyPlanning', 'softwareDevelopment', 'projectManagement', 'softwareSupport', 'databaseServices',
       'disasterRecovery', 'networkManagement', 'security', 'operatingSystemSupport', 'softwareIntegration',
       'documentServices')),
    CONSTRAINT "service_lifecycle_check"
      CHECK ("lifecycle" IN ('proposed', 'chartered', 'live', 'retiring', 'retired')),
    CONSTRAINT "service_live_owner_check" CHECK ("lifecycle" <> 'live' OR "owner_id" IS NOT NULL),
    CONSTRAINT "service_scores_check"
      CHECK (num_nulls("operational_dependence", "strategic_impact", "standardizability", "uncertainty") IN (0, 4)
        AND ("operational_dependence" BETWEEN 1 AND 5 AND "strategic_impact" BETWEEN 1 AND 5
          AND "standardizability" BETWEEN 1 AND 5 AND "uncertainty" BETWEEN 1 AND 5)),
    CONSTRAINT "service_override_check" CHECK (num_nulls("override_archetype", "override_decided_by_id",
      "override_reason", "override_expires_on") IN (0, 4)),
    CONSTRAINT "service_override_archetype_check" CHECK ("override_archetype" IN
      ('commodityUtility', 'coreOperations', 'enhancement', 'differentiator', 'frontier')),
    CONSTRAINT "service_owner_fkey" FOREIGN KEY ("owner_id") REFERENCES "person" ("id"),
    CONSTRAINT "service_unit_fkey" FOREIGN KEY ("unit_id") REFERENCES "business_unit" ("id"),
    CONSTRAINT "service_provider_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider" ("id"),
    CONSTRAINT "service_override_decided_by_fkey" FOREIGN KEY ("override_decided_by_id") REFERENCES "person" ("id")
  );
  CREATE INDEX "service_name_index" ON "service" ("name" COLLATE "und-x-icu", "id");
  CREATE INDEX "service_owner_index" ON "service" ("owner_id");
  CREATE INDEX "service_unit_index" ON "service" ("unit_id");
  CREATE INDEX "service_provider_index" ON "service" ("provider_id");
  ALTER TABLE "role_assignment"
    ADD CONSTRAINT "role_assignment_service_fkey" FOREIGN KEY ("service_id") REFERENCES "service" ("id");

  CREATE TABLE "service_support" (
    "service_id" uuid NOT NULL,
    "supporting_service_id" uuid NOT NULL,
    CONSTRAINT "service_support_pkey" PRIMARY KEY ("service_id", "supporting_service_id"),
    CONSTRAINT "service_support_self_check" CHECK ("service_id" <> "supporting_service_id"),
    CONSTRAINT "service_support_service_fkey" FOREIGN KEY ("service_id") REFERENCES "service" ("id"),
    CONSTRAINT "service_support_supporting_fkey" FOREIGN KEY ("supporting_service_id") REFERENCES "service" ("id")
  );
  CREATE INDEX "service_support_supporting_index" ON "service_support" ("supporting_service_id");

  CREATE TABLE "service_former_owner" (
    "service_id" uuid NOT NULL,
    "person_id" uuid NOT NULL,
    "until" date NOT NULL,
    CONSTRAINT "service_former_owner_pkey" PRIMARY KEY ("service_id", "person_id", "until"),
    CONSTRAINT "service_former_owner_service_fkey" FOREIGN KEY ("service_id") REFERENCES "service" ("id"),
    CONSTRAINT "service_former_owner_person_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id")
  );
  ${appendOnly('service_former_owner')}
`;

const plans = `
  CREATE TABLE "plan" (
    "id" uuid NOT NULL,
    "service_id" uuid NOT NULL,
    "slug" text NOT NULL,
    "name" text NOT NULL,
    "description" text NOT NULL,
    "currency" text NOT NULL,
    "agreement_id" uuid,
    "limits" jsonb NOT NULL DEFAULT '[]',
    "version" integer NOT NULL,
    "ended_at" TIMESTAMP WITH TIME ZONE,
    CONSTRAINT "plan_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "plan_slug_key" UNIQUE ("service_id", "slug"),
    CONSTRAINT "plan_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    CONSTRAINT "plan_name_check" CHECK (btrim("name") <> ''),
    CONSTRAINT "plan_currency_check" CHECK ("currency" ~ '^[A-Z]{3}$'),
    CONSTRAINT "plan_service_fkey" FOREIGN KEY ("service_id") REFERENCES "service" ("id")
  );
  CREATE INDEX "plan_agreement_index" ON "plan" ("agreement_id");
`;
