-- Webhooks: whom to tell, and what there is to tell. A delivery is written in the transaction of what it tells, by trigger: whichever
-- command, import or job it was.
CREATE TABLE "Webhook" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "types" TEXT[],
    "siteIds" TEXT[],
    "sealedSecret" TEXT NOT NULL,
    "sealedPrevious" TEXT,
    "previousUntil" TIMESTAMPTZ(3),
    "offAt" TIMESTAMPTZ(3),
    "offBecause" TEXT,
    "failingSince" TIMESTAMPTZ(3),
    "failedInRow" INTEGER NOT NULL DEFAULT 0,
    "lastGoodAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Webhook_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "WebhookDelivery" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "webhookId" TEXT NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "type" TEXT NOT NULL,
    "objectKey" TEXT NOT NULL,
    "onceKey" TEXT,
    "data" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "firstTriedAt" TIMESTAMPTZ(3),
    "lastTriedAt" TIMESTAMPTZ(3),
    "nextAt" TIMESTAMPTZ(3) NOT NULL,
    "claim" TEXT,
    "claimedUntil" TIMESTAMPTZ(3),
    "lastStatus" INTEGER,
    "lastFailure" TEXT,
    "lastAnswer" TEXT NOT NULL DEFAULT '',
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "WebhookDelivery_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "Webhook_workspaceId_id_key" ON "Webhook"("workspaceId", "id");

CREATE INDEX "Webhook_workspaceId_createdAt_id_idx" ON "Webhook"("workspaceId", "createdAt", "id");

CREATE UNIQUE INDEX "WebhookDelivery_workspaceId_id_key" ON "WebhookDelivery"("workspaceId", "id");

CREATE UNIQUE INDEX "WebhookDelivery_workspaceId_webhookId_onceKey_key" ON "WebhookDelivery"("workspaceId", "webhookId", "onceKey");

CREATE INDEX "WebhookDelivery_workspaceId_webhookId_seq_idx" ON "WebhookDelivery"("workspaceId", "webhookId", "seq");

CREATE INDEX "WebhookDelivery_workspaceId_webhookId_state_seq_idx" ON "WebhookDelivery"("workspaceId", "webhookId", "state", "seq");

CREATE INDEX "WebhookDelivery_workspaceId_webhookId_state_nextAt_seq_idx" ON "WebhookDelivery"("workspaceId", "webhookId", "state", "nextAt", "seq");

CREATE INDEX "WebhookDelivery_workspaceId_webhookId_objectKey_state_seq_idx" ON "WebhookDelivery"("workspaceId", "webhookId", "objectKey", "state", "seq");

CREATE INDEX "WebhookDelivery_settledAt_idx" ON "WebhookDelivery"("settledAt");

ALTER TABLE "Webhook" ADD CONSTRAINT "Webhook_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "WebhookDelivery" ADD CONSTRAINT "WebhookDelivery_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "WebhookDelivery" ADD CONSTRAINT "WebhookDelivery_workspaceId_webhookId_fkey" FOREIGN KEY ("workspaceId", "webhookId") REFERENCES "Webhook"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Webhook" ADD CONSTRAINT "Webhook_off_for_a_reason" CHECK (("offAt" IS NULL) = ("offBecause" IS NULL) AND ("offBecause" IS NULL OR "offBecause" IN ('person', 'failing', 'gone')));
ALTER TABLE "Webhook" ADD CONSTRAINT "Webhook_secrets_sealed" CHECK ("sealedSecret" NOT LIKE 'whsec%' AND "sealedPrevious" NOT LIKE 'whsec%');
ALTER TABLE "WebhookDelivery" ADD CONSTRAINT "WebhookDelivery_state_known" CHECK ("state" IN ('waiting', 'delivered', 'dead'));
ALTER TABLE "WebhookDelivery" ADD CONSTRAINT "WebhookDelivery_settled_states" CHECK (("state" = 'waiting') = ("settledAt" IS NULL));

-- One delivery for every webhook that is on, wants this type and hears of this Site. What happened before a webhook was made is not told:
-- a workspace brought in whole tells nothing of its past.
CREATE FUNCTION rapport_tell_webhooks(workspace text, type text, object_key text, site text, happened timestamptz, said jsonb)
RETURNS void LANGUAGE sql AS $$
  INSERT INTO "WebhookDelivery" ("id", "workspaceId", "webhookId", "type", "objectKey", "data", "at", "nextAt")
  SELECT gen_random_uuid()::text, w."workspaceId", w."id", type, object_key, said, happened, w."createdAt"
    FROM "Webhook" w
   WHERE w."workspaceId" = workspace AND w."offAt" IS NULL AND type = ANY (w."types") AND happened >= w."createdAt"
     AND (cardinality(w."siteIds") = 0 OR site = ANY (w."siteIds"))
$$;

CREATE FUNCTION rapport_webhooks_of_mention() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM rapport_tell_webhooks(NEW."workspaceId", 'mention.recorded', 'mention:' || NEW."id", NEW."siteId", NEW."createdAt",
      jsonb_build_object('id', NEW."id", 'siteId', NEW."siteId", 'outcome', NEW."outcome", 'foundBy', NEW."foundBy"));
  ELSE
    PERFORM rapport_tell_webhooks(NEW."workspaceId", 'mention.outcome_changed', 'mention:' || NEW."id", NEW."siteId",
      GREATEST(NEW."updatedAt", NEW."lastLookAt"),
      jsonb_build_object('id', NEW."id", 'siteId', NEW."siteId", 'from', OLD."outcome", 'to', NEW."outcome"));
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "Mention_told_recorded" AFTER INSERT ON "Mention"
  FOR EACH ROW WHEN (NEW."deletedAt" IS NULL) EXECUTE FUNCTION rapport_webhooks_of_mention();
CREATE TRIGGER "Mention_told_changed" AFTER UPDATE OF "outcome" ON "Mention"
  FOR EACH ROW WHEN (NEW."deletedAt" IS NULL AND OLD."outcome" IS DISTINCT FROM NEW."outcome")
  EXECUTE FUNCTION rapport_webhooks_of_mention();

CREATE FUNCTION rapport_webhooks_of_message() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM rapport_tell_webhooks(NEW."workspaceId", 'pitch.answered', 'pitch:' || p."id", c."siteId", NEW."at",
    jsonb_build_object('id', p."id", 'siteId', c."siteId", 'messageId', NEW."id"))
    FROM "Pitch" p
    JOIN "Campaign" c ON c."workspaceId" = p."workspaceId" AND c."id" = p."campaignId"
   WHERE p."workspaceId" = NEW."workspaceId" AND p."id" = NEW."pitchId" AND p."deletedAt" IS NULL;
  RETURN NULL;
END $$;

CREATE TRIGGER "Message_told_answered" AFTER INSERT ON "Message"
  FOR EACH ROW WHEN (NEW."direction" = 'in') EXECUTE FUNCTION rapport_webhooks_of_message();
