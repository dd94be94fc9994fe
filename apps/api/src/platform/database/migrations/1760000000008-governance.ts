import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from './append-only.js';

export class Governance1760000000008 implements MigrationInterface {
  name = 'Governance1760000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SCORECARDS);
    await runner.query(REVIEWS);
    await runner.query(OUTCOMES);
    await runner.query(KEPT);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE "review_action", "review_decision", "review_pack_result", "review_pack", "review", "kpi",
        "scorecard_version";
      DROP FUNCTION measure_what_binds();
      DROP FUNCTION keep_decided_scorecard();
      DROP FUNCTION keep_review();
      DROP FUNCTION keep_done_action();
      DROP FUNCTION review_takes();
    `);
  }
}

const SCORECARDS = `
  CREATE TABLE "scorecard_version" (
    "id" uuid NOT NULL,
    "provider_id" uuid NOT NULL,
    "number" integer NOT NULL,
    "effective_from" date NOT NULL,
    "state" text NOT NULL,
    "minimum_coverage" numeric NOT NULL,
    "proposed_by_id" uuid NOT NULL,
    "proposed_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "decided_by_id" uuid,
    "decided_at" TIMESTAMP WITH TIME ZONE,
    "reason" text,
    "bootstrap" boolean NOT NULL DEFAULT false,
    CONSTRAINT "scorecard_version_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "scorecard_version_number_key" UNIQUE ("provider_id", "number"),
    CONSTRAINT "scorecard_version_provider_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider" ("id"),
    CONSTRAINT "scorecard_version_proposed_by_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "person" ("id"),
    CONSTRAINT "scorecard_version_decided_by_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person" ("id"),
    CONSTRAINT "scorecard_version_number_check" CHECK ("number" >= 1),
    CONSTRAINT "scorecard_version_from_check" CHECK (extract(day FROM "effective_from") = 1),
    CONSTRAINT "scorecard_version_state_check" CHECK ("state" IN ('proposed', 'approved', 'refused', 'withdrawn')),
    CONSTRAINT "scorecard_version_coverage_check" CHECK ("minimum_coverage" BETWEEN 0 AND 100),
    CONSTRAINT "scorecard_version_decided_check" CHECK (
      ("state" = 'proposed') = ("decided_at" IS NULL) AND ("decided_at" IS NULL) = ("decided_by_id" IS NULL)
    ),
    CONSTRAINT "scorecard_version_second_person_check" CHECK (
      CASE "state" WHEN 'approved' THEN "bootstrap" OR "decided_by_id" <> "proposed_by_id"
        WHEN 'refused' THEN "decided_by_id" <> "proposed_by_id"
        WHEN 'withdrawn' THEN "decided_by_id" = "proposed_by_id" ELSE true END
    ),
    CONSTRAINT "scorecard_version_reason_check" CHECK (("state" IN ('refused', 'withdrawn')) = ("reason" IS NOT NULL))
  );
  CREATE UNIQUE INDEX "scorecard_version_open_key" ON "scorecard_version" ("provider_id") WHERE "state" = 'proposed';
  CREATE UNIQUE INDEX "scorecard_version_from_key" ON "scorecard_version" ("provider_id", "effective_from")
    WHERE "state" = 'approved';

  CREATE TABLE "kpi" (
    "id" uuid NOT NULL,
    "version_id" uuid NOT NULL,
    "position" integer NOT NULL,
    "name" text NOT NULL,
    "commitment_id" uuid NOT NULL,
    "weight" numeric NOT NULL,
    "floor" numeric NOT NULL,
    "target" numeric NOT NULL,
    CONSTRAINT "kpi_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "kpi_position_key" UNIQUE ("version_id", "position"),
    CONSTRAINT "kpi_commitment_key" UNIQUE ("version_id", "commitment_id"),
    CONSTRAINT "kpi_version_fkey" FOREIGN KEY ("version_id") REFERENCES "scorecard_version" ("id"),
    CONSTRAINT "kpi_commitment_fkey" FOREIGN KEY ("commitment_id") REFERENCES "commitment" ("id"),
    CONSTRAINT "kpi_name_check" CHECK (btrim("name") <> ''),
    CONSTRAINT "kpi_weight_check" CHECK ("weight" > 0),
    CONSTRAINT "kpi_scale_check" CHECK (
      "floor" BETWEEN 0 AND 100 AND "target" BETWEEN 0 AND 100 AND "floor" <> "target"
    )
  );
  CREATE INDEX "kpi_measured_index" ON "kpi" ("commitment_id");
`;

const REVIEWS = `
  CREATE TABLE "review" (
    "id" uuid NOT NULL,
    "provider_id" uuid NOT NULL,
    "period" text NOT NULL,
    "planned_on" date NOT NULL,
    "state" text NOT NULL,
    "state_since" TIMESTAMP WITH TIME ZONE NOT NULL,
    "chair_id" uuid NOT NULL,
    "comment" text,
    "commented_by_id" uuid,
    "commented_at" TIMESTAMP WITH TIME ZONE,
    "commented_pack" integer,
    "minutes" text,
    "closed_at" TIMESTAMP WITH TIME ZONE,
    "closed_by_id" uuid,
    "cancel_reason" text,
    "version" integer NOT NULL DEFAULT 1,
    CONSTRAINT "review_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "review_provider_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider" ("id"),
    CONSTRAINT "review_chair_fkey" FOREIGN KEY ("chair_id") REFERENCES "person" ("id"),
    CONSTRAINT "review_commented_by_fkey" FOREIGN KEY ("commented_by_id") REFERENCES "person" ("id"),
    CONSTRAINT "review_closed_by_fkey" FOREIGN KEY ("closed_by_id") REFERENCES "person" ("id"),
    CONSTRAINT "review_period_check" CHECK ("period" ~ '^[0-9]{4}-(0[1-9]|1[0-2]|Q[1-4])$'),
    CONSTRAINT "review_state_check" CHECK ("state" IN ('planned', 'packFrozen', 'held', 'closed', 'cancelled')),
    CONSTRAINT "review_cancelled_check" CHECK (("state" = 'cancelled') = ("cancel_reason" IS NOT NULL)),
    CONSTRAINT "review_comment_check" CHECK (
      num_nulls("comment", "commented_by_id", "commented_at", "commented_pack") IN (0, 4) AND btrim("comment") <> ''
        AND ("comment" IS NULL OR "state" <> 'planned')
    ),
    CONSTRAINT "review_minutes_check" CHECK (
      ("minutes" IS NOT NULL) = ("state" IN ('held', 'closed')) AND btrim("minutes") <> ''
    ),
    CONSTRAINT "review_closed_check" CHECK (
      ("state" = 'closed') = ("closed_at" IS NOT NULL) AND ("closed_at" IS NULL) = ("closed_by_id" IS NULL)
    )
  );
  CREATE UNIQUE INDEX "review_period_key" ON "review" ("provider_id", "period") WHERE "state" <> 'cancelled';
  CREATE INDEX "review_planned_index" ON "review" ("planned_on", "id");

  CREATE TABLE "review_pack" (
    "id" uuid NOT NULL,
    "review_id" uuid NOT NULL,
    "number" integer NOT NULL,
    "edition" text NOT NULL,
    "hash" text NOT NULL,
    "text" text NOT NULL,
    "as_of" TIMESTAMP WITH TIME ZONE NOT NULL,
    "frozen_by_id" uuid NOT NULL,
    "frozen_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT "review_pack_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "review_pack_number_key" UNIQUE ("review_id", "number", "edition"),
    CONSTRAINT "review_pack_review_fkey" FOREIGN KEY ("review_id") REFERENCES "review" ("id"),
    CONSTRAINT "review_pack_frozen_by_fkey" FOREIGN KEY ("frozen_by_id") REFERENCES "person" ("id"),
    CONSTRAINT "review_pack_edition_check" CHECK ("edition" IN ('internal', 'provider')),
    CONSTRAINT "review_pack_number_check" CHECK ("number" >= 1),
    CONSTRAINT "review_pack_hash_check" CHECK ("hash" = encode(sha256(convert_to("text", 'UTF8')), 'hex'))
  );

  CREATE TABLE "review_pack_result" (
    "pack_id" uuid NOT NULL,
    "result_id" uuid NOT NULL,
    CONSTRAINT "review_pack_result_pkey" PRIMARY KEY ("pack_id", "result_id"),
    CONSTRAINT "review_pack_result_pack_fkey" FOREIGN KEY ("pack_id") REFERENCES "review_pack" ("id"),
    CONSTRAINT "review_pack_result_result_fkey" FOREIGN KEY ("result_id") REFERENCES "period_result" ("id")
  );
  CREATE INDEX "review_pack_result_index" ON "review_pack_result" ("result_id");
`;

const OUTCOMES = `
  CREATE TABLE "review_decision" (
    "id" uuid NOT NULL,
    "review_id" uuid NOT NULL,
    "kind" text NOT NULL,
    "text" text NOT NULL,
    "by_id" uuid NOT NULL,
    "at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "credit_id" uuid,
    CONSTRAINT "review_decision_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "review_decision_review_fkey" FOREIGN KEY ("review_id") REFERENCES "review" ("id"),
    CONSTRAINT "review_decision_by_fkey" FOREIGN KEY ("by_id") REFERENCES "person" ("id"),
    CONSTRAINT "review_decision_credit_fkey" FOREIGN KEY ("credit_id") REFERENCES "service_credit" ("id"),
    CONSTRAINT "review_decision_kind_check" CHECK (
      "kind" IN ('accept', 'credit', 'improvementPlan', 'escalate', 'renew', 'exit')
    ),
    CONSTRAINT "review_decision_text_check" CHECK (btrim("text") <> ''),
    CONSTRAINT "review_decision_credit_check" CHECK ("credit_id" IS NULL OR "kind" = 'credit')
  );
  CREATE INDEX "review_decision_review_index" ON "review_decision" ("review_id", "id");

  CREATE TABLE "review_action" (
    "id" uuid NOT NULL,
    "review_id" uuid NOT NULL,
    "what" text NOT NULL,
    "owner_id" uuid NOT NULL,
    "due" date NOT NULL,
    "added_by_id" uuid NOT NULL,
    "added_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "done_at" TIMESTAMP WITH TIME ZONE,
    "done_by_id" uuid,
    "outcome" text,
    CONSTRAINT "review_action_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "review_action_review_fkey" FOREIGN KEY ("review_id") REFERENCES "review" ("id"),
    CONSTRAINT "review_action_owner_fkey" FOREIGN KEY ("owner_id") REFERENCES "person" ("id"),
    CONSTRAINT "review_action_added_by_fkey" FOREIGN KEY ("added_by_id") REFERENCES "person" ("id"),
    CONSTRAINT "review_action_done_by_fkey" FOREIGN KEY ("done_by_id") REFERENCES "person" ("id"),
    CONSTRAINT "review_action_what_check" CHECK (btrim("what") <> ''),
    CONSTRAINT "review_action_done_check" CHECK (
      num_nulls("done_at", "done_by_id", "outcome") IN (0, 3) AND btrim("outcome") <> '' AND "done_at" >= "added_at"
    )
  );
  CREATE INDEX "review_action_review_index" ON "review_action" ("review_id", "id");
  CREATE INDEX "review_action_owner_index" ON "review_action" ("owner_id");
  CREATE INDEX "review_action_due_index" ON "review_action" ("due", "id");
`;

/** A KPI measures what its provider is bound by; what was decided, frozen, held or done stays as it was. */
const KEPT = `
  ${['kpi', 'review_pack', 'review_pack_result', 'review_decision'].map(appendOnly).join('')}

  CREATE FUNCTION measure_what_binds() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NOT EXISTS (
        SELECT FROM scorecard_version v JOIN commitment c ON c.id = NEW.commitment_id
        JOIN agreement a ON a.id = c.agreement_id AND a.provider_id = v.provider_id
        WHERE v.id = NEW.version_id AND v.state = 'proposed'
      ) THEN
        RAISE EXCEPTION 'a KPI measures what its provider is bound by' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END
  $$;
  CREATE TRIGGER "kpi_bound" BEFORE INSERT ON "kpi" FOR EACH ROW EXECUTE FUNCTION measure_what_binds();

  CREATE FUNCTION keep_decided_scorecard() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'DELETE' OR OLD.state <> 'proposed'
        OR to_jsonb(NEW) - '{state,decided_by_id,decided_at,reason,bootstrap}'::text[]
          IS DISTINCT FROM to_jsonb(OLD) - '{state,decided_by_id,decided_at,reason,bootstrap}'::text[]
      THEN
        RAISE EXCEPTION 'a scorecard changes by a new version' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END
  $$;
  CREATE TRIGGER "scorecard_version_kept" BEFORE UPDATE OR DELETE ON "scorecard_version"
    FOR EACH ROW EXECUTE FUNCTION keep_decided_scorecard();

  CREATE FUNCTION keep_review() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      states text[] := CASE WHEN NEW.state = 'cancelled' THEN '{planned,cancelled}' ELSE '{planned,packFrozen,held,closed}' END;
    BEGIN
      IF TG_OP = 'DELETE' OR OLD.state IN ('closed', 'cancelled')
        OR coalesce(array_position(states, NEW.state) - array_position(states, OLD.state), -1) NOT IN (0, 1)
        OR (NEW.provider_id, NEW.period) IS DISTINCT FROM (OLD.provider_id, OLD.period)
        OR (OLD.state = 'held' AND (NEW.comment, NEW.minutes) IS DISTINCT FROM (OLD.comment, OLD.minutes))
        OR (NEW.state NOT IN ('planned', 'cancelled') AND NOT EXISTS (SELECT FROM review_pack WHERE review_id = NEW.id))
        OR (NEW.state = 'closed' AND NOT EXISTS (SELECT FROM review_decision WHERE review_id = NEW.id))
      THEN
        RAISE EXCEPTION 'a review goes forward, and a closed one stays as it is' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END
  $$;
  CREATE TRIGGER "review_kept" BEFORE UPDATE OR DELETE ON "review" FOR EACH ROW EXECUTE FUNCTION keep_review();

  CREATE FUNCTION keep_done_action() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'DELETE' OR OLD.done_at IS NOT NULL
        OR to_jsonb(NEW) - '{done_at,done_by_id,outcome}'::text[]
          IS DISTINCT FROM to_jsonb(OLD) - '{done_at,done_by_id,outcome}'::text[]
      THEN
        RAISE EXCEPTION 'an action is done once, and is not changed' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END
  $$;
  CREATE TRIGGER "review_action_kept" BEFORE UPDATE OR DELETE ON "review_action"
    FOR EACH ROW EXECUTE FUNCTION keep_done_action();

  CREATE FUNCTION review_takes() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NOT EXISTS (SELECT FROM review WHERE id = NEW.review_id AND state = ANY (TG_ARGV)) THEN
        RAISE EXCEPTION 'the review takes no % now', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END
  $$;
  CREATE TRIGGER "review_pack_taken" BEFORE INSERT ON "review_pack"
    FOR EACH ROW EXECUTE FUNCTION review_takes('planned', 'packFrozen');
  CREATE TRIGGER "review_decision_taken" BEFORE INSERT ON "review_decision"
    FOR EACH ROW EXECUTE FUNCTION review_takes('held');
  CREATE TRIGGER "review_action_taken" BEFORE INSERT ON "review_action"
    FOR EACH ROW EXECUTE FUNCTION review_takes('held');
`;
