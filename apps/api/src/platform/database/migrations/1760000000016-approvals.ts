import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from './append-only.js';

export class Approvals1760000000016 implements MigrationInterface {
  name = 'Approvals1760000000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RULES);
    await runner.query(STAGES);
    await runner.query(KEPT);
    await runner.query(LATER);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE "later_commitment", "approval_decision", "approval_seat", "approval_stage", "approval_substitute",
        "unit_approval_rule";
      DROP FUNCTION keep_approval_stage();
      DROP FUNCTION keep_unit_approval_rule();
      DROP FUNCTION decide_for_others();
    `);
  }
}

const RULES = `
  CREATE TABLE "unit_approval_rule" (
    "id" uuid NOT NULL,
    "unit_id" uuid NOT NULL,
    "number" integer NOT NULL,
    "state" text NOT NULL,
    "stages" jsonb NOT NULL,
    "reason" text NOT NULL,
    "proposed_by_id" uuid NOT NULL,
    "proposed_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "decided_by_id" uuid,
    "decided_at" TIMESTAMP WITH TIME ZONE,
    CONSTRAINT "unit_approval_rule_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "unit_approval_rule_number_key" UNIQUE ("unit_id", "number"),
    CONSTRAINT "unit_approval_rule_unit_fkey" FOREIGN KEY ("unit_id") REFERENCES "business_unit" ("id"),
    CONSTRAINT "unit_approval_rule_proposed_by_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "person" ("id"),
    CONSTRAINT "unit_approval_rule_decided_by_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person" ("id"),
    CONSTRAINT "unit_approval_rule_state_check"
      CHECK ("state" IN ('proposed', 'live', 'replaced', 'refused', 'withdrawn')),
    CONSTRAINT "unit_approval_rule_stages_check" CHECK (jsonb_typeof("stages") = 'array'),
    CONSTRAINT "unit_approval_rule_decided_check" CHECK (
      ("state" = 'proposed') = ("decided_by_id" IS NULL) AND ("decided_by_id" IS NULL) = ("decided_at" IS NULL)
    ),
    CONSTRAINT "unit_approval_rule_second_person_check" CHECK (
      "state" NOT IN ('live', 'replaced') OR "decided_by_id" <> "proposed_by_id"
    )
  );
  CREATE UNIQUE INDEX "unit_approval_rule_live_key" ON "unit_approval_rule" ("unit_id") WHERE "state" = 'live';
  CREATE UNIQUE INDEX "unit_approval_rule_proposed_key" ON "unit_approval_rule" ("unit_id") WHERE "state" = 'proposed';

  CREATE TABLE "approval_substitute" (
    "id" uuid NOT NULL,
    "person_id" uuid NOT NULL,
    "substitute_id" uuid NOT NULL,
    "from_date" date NOT NULL,
    "to_date" date NOT NULL,
    "reason" text,
    "state" text NOT NULL,
    "by_id" uuid NOT NULL,
    "at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "decided_by_id" uuid,
    "decided_at" TIMESTAMP WITH TIME ZONE,
    "ended_at" TIMESTAMP WITH TIME ZONE,
    CONSTRAINT "approval_substitute_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "approval_substitute_person_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id"),
    CONSTRAINT "approval_substitute_substitute_fkey" FOREIGN KEY ("substitute_id") REFERENCES "person" ("id"),
    CONSTRAINT "approval_substitute_by_fkey" FOREIGN KEY ("by_id") REFERENCES "person" ("id"),
    CONSTRAINT "approval_substitute_decided_by_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person" ("id"),
    CONSTRAINT "approval_substitute_dates_check" CHECK ("to_date" >= "from_date"),
    CONSTRAINT "approval_substitute_other_check" CHECK ("person_id" <> "substitute_id"),
    CONSTRAINT "approval_substitute_state_check" CHECK ("state" IN ('proposed', 'approved', 'refused', 'withdrawn')),
    CONSTRAINT "approval_substitute_decided_check" CHECK (
      ("decided_by_id" IS NULL) = ("decided_at" IS NULL)
      AND ("decided_by_id" IS NULL) = ("state" IN ('proposed', 'withdrawn') OR "state" = 'approved' AND "by_id" = "person_id")
    ),
    CONSTRAINT "approval_substitute_second_check" CHECK ("decided_by_id" NOT IN ("by_id", "substitute_id")),
    CONSTRAINT "approval_substitute_one_at_a_time_excl" EXCLUDE USING gist (
      "person_id" WITH =, daterange("from_date", "to_date", '[]') WITH &&
    ) WHERE ("ended_at" IS NULL AND "state" = 'approved')
  );
  CREATE INDEX "approval_substitute_substitute_index" ON "approval_substitute" ("substitute_id");
`;

const STAGES = `
  CREATE TABLE "approval_stage" (
    "id" uuid NOT NULL,
    "order_id" uuid NOT NULL,
    "position" integer NOT NULL,
    "key" text NOT NULL,
    "name" text NOT NULL,
    "need" jsonb NOT NULL,
    "sources" jsonb NOT NULL,
    "remind_after" integer,
    "unit_id" uuid NOT NULL,
    "service_id" uuid,
    "over_budget" boolean NOT NULL,
    "rule_key" text,
    "rule_sentence" text,
    "state" text NOT NULL,
    "opened_at" TIMESTAMP WITH TIME ZONE,
    "ended_at" TIMESTAMP WITH TIME ZONE,
    "reminded_at" TIMESTAMP WITH TIME ZONE,
    CONSTRAINT "approval_stage_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "approval_stage_position_key" UNIQUE ("order_id", "position"),
    CONSTRAINT "approval_stage_order_fkey" FOREIGN KEY ("order_id") REFERENCES "service_order" ("id"),
    CONSTRAINT "approval_stage_unit_fkey" FOREIGN KEY ("unit_id") REFERENCES "business_unit" ("id"),
    CONSTRAINT "approval_stage_service_fkey" FOREIGN KEY ("service_id") REFERENCES "service" ("id"),
    CONSTRAINT "approval_stage_state_check" CHECK ("state" IN ('waiting', 'open', 'approved', 'refused')),
    CONSTRAINT "approval_stage_opened_check" CHECK (("state" = 'waiting') = ("opened_at" IS NULL)),
    CONSTRAINT "approval_stage_ended_check" CHECK (("state" IN ('approved', 'refused')) = ("ended_at" IS NOT NULL)),
    CONSTRAINT "approval_stage_rule_check" CHECK (("rule_key" IS NULL) = ("rule_sentence" IS NULL)),
    CONSTRAINT "approval_stage_automatic_check" CHECK ("rule_key" IS NULL OR "state" IN ('waiting', 'approved'))
  );
  CREATE UNIQUE INDEX "approval_stage_open_key" ON "approval_stage" ("order_id") WHERE "state" = 'open';

  CREATE TABLE "approval_seat" (
    "stage_id" uuid NOT NULL,
    "person_id" uuid NOT NULL,
    "delegate_id" uuid,
    "delegated_at" TIMESTAMP WITH TIME ZONE,
    "left_at" TIMESTAMP WITH TIME ZONE,
    "lost_at" TIMESTAMP WITH TIME ZONE,
    CONSTRAINT "approval_seat_pkey" PRIMARY KEY ("stage_id", "person_id"),
    CONSTRAINT "approval_seat_stage_fkey" FOREIGN KEY ("stage_id") REFERENCES "approval_stage" ("id"),
    CONSTRAINT "approval_seat_person_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id"),
    CONSTRAINT "approval_seat_delegate_fkey" FOREIGN KEY ("delegate_id") REFERENCES "person" ("id"),
    CONSTRAINT "approval_seat_delegated_check" CHECK (("delegate_id" IS NULL) = ("delegated_at" IS NULL)),
    CONSTRAINT "approval_seat_delegate_check" CHECK ("delegate_id" <> "person_id")
  );
  CREATE INDEX "approval_seat_person_index" ON "approval_seat" ("person_id");
  CREATE INDEX "approval_seat_delegate_index" ON "approval_seat" ("delegate_id");

  CREATE TABLE "approval_decision" (
    "id" uuid NOT NULL,
    "stage_id" uuid NOT NULL,
    "person_id" uuid NOT NULL,
    "by_id" uuid NOT NULL,
    "verdict" text NOT NULL,
    "reason" text,
    "at" TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT "approval_decision_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "approval_decision_seat_fkey"
      FOREIGN KEY ("stage_id", "person_id") REFERENCES "approval_seat" ("stage_id", "person_id"),
    CONSTRAINT "approval_decision_by_fkey" FOREIGN KEY ("by_id") REFERENCES "person" ("id"),
    CONSTRAINT "approval_decision_verdict_check" CHECK ("verdict" IN ('approved', 'refused', 'undone')),
    CONSTRAINT "approval_decision_reason_check" CHECK ("verdict" <> 'refused' OR "reason" IS NOT NULL)
  );
  CREATE INDEX "approval_decision_seat_index" ON "approval_decision" ("stage_id", "person_id", "id");
  CREATE INDEX "approval_decision_by_index" ON "approval_decision" ("by_id", "at");
  ${appendOnly('approval_decision')}
`;

const KEPT = `
  CREATE FUNCTION keep_approval_stage() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF (NEW.order_id, NEW.position, NEW.key, NEW.name, NEW.need, NEW.sources, NEW.remind_after, NEW.unit_id,
          NEW.service_id, NEW.over_budget, NEW.rule_key, NEW.rule_sentence)
        IS DISTINCT FROM
         (OLD.order_id, OLD.position, OLD.key, OLD.name, OLD.need, OLD.sources, OLD.remind_after, OLD.unit_id,
          OLD.service_id, OLD.over_budget, OLD.rule_key, OLD.rule_sentence)
      THEN
        RAISE EXCEPTION 'the stages of an order are pinned at its submission' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END
  $$;
  CREATE TRIGGER "approval_stage_pinned" BEFORE UPDATE ON "approval_stage"
    FOR EACH ROW EXECUTE FUNCTION keep_approval_stage();

  CREATE FUNCTION keep_unit_approval_rule() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF (NEW.unit_id, NEW.number, NEW.stages, NEW.reason, NEW.proposed_by_id, NEW.proposed_at)
        IS DISTINCT FROM (OLD.unit_id, OLD.number, OLD.stages, OLD.reason, OLD.proposed_by_id, OLD.proposed_at)
        OR OLD.state <> 'proposed' AND NOT (OLD.state = 'live' AND NEW.state = 'replaced')
      THEN
        RAISE EXCEPTION 'a version of the stages of a unit never changes' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END
  $$;
  CREATE TRIGGER "unit_approval_rule_kept" BEFORE UPDATE ON "unit_approval_rule"
    FOR EACH ROW EXECUTE FUNCTION keep_unit_approval_rule();

  -- Whatever the use cases do: nobody decides on what they request or receive, and each person counts once per stage.
  CREATE FUNCTION decide_for_others() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NEW.verdict <> 'undone' AND (
        EXISTS (
          SELECT FROM approval_stage s JOIN service_order o ON o.id = s.order_id
           WHERE s.id = NEW.stage_id AND (s.state <> 'open'
             OR NEW.by_id IN (o.requester_id, o.beneficiary_id) OR NEW.person_id IN (o.requester_id, o.beneficiary_id))
        ) OR EXISTS (
          SELECT FROM (
            SELECT DISTINCT ON (person_id) by_id, person_id, verdict FROM approval_decision
             WHERE stage_id = NEW.stage_id ORDER BY person_id, id DESC
          ) said WHERE said.verdict <> 'undone' AND (said.by_id = NEW.by_id OR said.person_id = NEW.person_id)
        )
      ) THEN
        RAISE EXCEPTION 'this person does not decide here' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END
  $$;
  CREATE TRIGGER "approval_decision_for_others" BEFORE INSERT ON "approval_decision"
    FOR EACH ROW EXECUTE FUNCTION decide_for_others();
`;

const LATER = `
  CREATE TABLE "later_commitment" (
    "id" uuid NOT NULL,
    "order_id" uuid NOT NULL,
    "item_id" uuid NOT NULL,
    "unit_id" uuid NOT NULL,
    "from_date" date NOT NULL,
    "to_date" date NOT NULL,
    "currency" text NOT NULL,
    "amount" numeric NOT NULL,
    "ended_at" TIMESTAMP WITH TIME ZONE,
    CONSTRAINT "later_commitment_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "later_commitment_order_fkey" FOREIGN KEY ("order_id") REFERENCES "service_order" ("id"),
    CONSTRAINT "later_commitment_item_fkey" FOREIGN KEY ("item_id") REFERENCES "order_item" ("id"),
    CONSTRAINT "later_commitment_unit_fkey" FOREIGN KEY ("unit_id") REFERENCES "business_unit" ("id"),
    CONSTRAINT "later_commitment_dates_check" CHECK ("to_date" >= "from_date"),
    CONSTRAINT "later_commitment_amount_check" CHECK ("amount" > 0)
  );
  CREATE INDEX "later_commitment_unit_index" ON "later_commitment" ("unit_id", "from_date") WHERE "ended_at" IS NULL;
  CREATE INDEX "later_commitment_order_index" ON "later_commitment" ("order_id");
  CREATE INDEX "later_commitment_item_index" ON "later_commitment" ("item_id");
`;
