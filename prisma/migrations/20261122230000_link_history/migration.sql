-- AlterTable
ALTER TABLE "LinkCheck" ADD COLUMN     "blanked" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "changes" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "fieldHashes" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "fieldSalts" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "finalUrl" TEXT,
ADD COLUMN     "hash" TEXT,
ADD COLUMN     "headers" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "hops" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "httpStatus" INTEGER,
ADD COLUMN     "isUnchanged" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "linkHtml" TEXT,
ADD COLUMN     "number" INTEGER,
ADD COLUMN     "previousHash" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "runId" TEXT,
ADD COLUMN     "textHash" TEXT;

-- AlterTable
ALTER TABLE "Mention" ADD COLUMN     "askAnswer" TEXT,
ADD COLUMN     "askClosedAt" TIMESTAMPTZ(3),
ADD COLUMN     "askReason" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "askState" TEXT NOT NULL DEFAULT 'none',
ADD COLUMN     "askedAt" TIMESTAMPTZ(3),
ADD COLUMN     "failedInRow" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "headHash" TEXT,
ADD COLUMN     "lastChangeAt" TIMESTAMPTZ(3),
ADD COLUMN     "lastChanges" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "lookAskedBy" TEXT NOT NULL DEFAULT 'clock',
ADD COLUMN     "lookCount" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "pageEtag" TEXT,
ADD COLUMN     "pageModified" TEXT,
ADD COLUMN     "publishedOn" DATE,
ADD COLUMN     "questionHash" TEXT,
ADD COLUMN     "reviewSince" TIMESTAMPTZ(3);

-- Looks from before there was a chain are numbered by their time; they have no hash.
UPDATE "LinkCheck" SET "number" = "counted"."number"
FROM (SELECT "id", row_number() OVER (PARTITION BY "workspaceId", "mentionId" ORDER BY "at", "id") AS "number" FROM "LinkCheck") AS "counted"
WHERE "LinkCheck"."id" = "counted"."id";
ALTER TABLE "LinkCheck" ALTER COLUMN "number" SET NOT NULL;
UPDATE "Mention" SET "lookCount" = (
  SELECT count(*) FROM "LinkCheck"
  WHERE "LinkCheck"."workspaceId" = "Mention"."workspaceId" AND "LinkCheck"."mentionId" = "Mention"."id"
);

-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "rawPageDays" INTEGER NOT NULL DEFAULT 90;

-- CreateTable
CREATE TABLE "RawPage" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "linkCheckId" TEXT NOT NULL,
    "body" BYTEA NOT NULL,
    "coding" TEXT NOT NULL,
    "contentType" TEXT NOT NULL DEFAULT '',
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "keptUntil" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RawPage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CheckRun" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "askedById" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CheckRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CheckRunItem" (
    "workspaceId" TEXT NOT NULL,
    "runId" TEXT NOT NULL,
    "mentionId" TEXT NOT NULL,
    "state" TEXT NOT NULL,

    CONSTRAINT "CheckRunItem_pkey" PRIMARY KEY ("workspaceId","runId","mentionId")
);

-- CreateTable
CREATE TABLE "LookHour" (
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "used" INTEGER NOT NULL,

    CONSTRAINT "LookHour_pkey" PRIMARY KEY ("hour")
);

-- CreateTable
CREATE TABLE "HostRest" (
    "host" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "HostRest_pkey" PRIMARY KEY ("host")
);

-- CreateTable
CREATE TABLE "OutcomeDecision" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "mentionId" TEXT NOT NULL,
    "lookNumber" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "byId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OutcomeDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OwnPage" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "siteId" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "urlKey" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "sentence" TEXT NOT NULL DEFAULT '',
    "finalUrl" TEXT,
    "httpStatus" INTEGER,
    "stateSince" TIMESTAMPTZ(3),
    "seenState" TEXT,
    "failedInRow" INTEGER NOT NULL DEFAULT 0,
    "failingSince" TIMESTAMPTZ(3),
    "lookState" TEXT NOT NULL DEFAULT 'idle',
    "lastLookAt" TIMESTAMPTZ(3),
    "nextLookAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OwnPage_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "RawPage_keptUntil_idx" ON "RawPage"("keptUntil");

-- CreateIndex
CREATE UNIQUE INDEX "RawPage_workspaceId_id_key" ON "RawPage"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "RawPage_workspaceId_linkCheckId_key" ON "RawPage"("workspaceId", "linkCheckId");

-- CreateIndex
CREATE INDEX "CheckRun_workspaceId_at_idx" ON "CheckRun"("workspaceId", "at");

-- CreateIndex
CREATE INDEX "CheckRun_state_idx" ON "CheckRun"("state");

-- CreateIndex
CREATE UNIQUE INDEX "CheckRun_workspaceId_id_key" ON "CheckRun"("workspaceId", "id");

-- CreateIndex
CREATE INDEX "CheckRunItem_workspaceId_runId_state_idx" ON "CheckRunItem"("workspaceId", "runId", "state");

-- CreateIndex
CREATE INDEX "CheckRunItem_workspaceId_mentionId_idx" ON "CheckRunItem"("workspaceId", "mentionId");

-- CreateIndex
CREATE INDEX "OutcomeDecision_workspaceId_mentionId_at_idx" ON "OutcomeDecision"("workspaceId", "mentionId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "OutcomeDecision_workspaceId_id_key" ON "OutcomeDecision"("workspaceId", "id");

-- CreateIndex
CREATE INDEX "OwnPage_workspaceId_state_idx" ON "OwnPage"("workspaceId", "state");

-- CreateIndex
CREATE INDEX "OwnPage_nextLookAt_idx" ON "OwnPage"("nextLookAt");

-- CreateIndex
CREATE UNIQUE INDEX "OwnPage_workspaceId_id_key" ON "OwnPage"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "OwnPage_workspaceId_siteId_urlKey_key" ON "OwnPage"("workspaceId", "siteId", "urlKey");

-- CreateIndex
CREATE INDEX "LinkCheck_workspaceId_runId_idx" ON "LinkCheck"("workspaceId", "runId");

-- CreateIndex
CREATE UNIQUE INDEX "LinkCheck_workspaceId_mentionId_number_key" ON "LinkCheck"("workspaceId", "mentionId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "LinkCheck_workspaceId_mentionId_runId_key" ON "LinkCheck"("workspaceId", "mentionId", "runId");

-- CreateIndex
CREATE INDEX "Mention_workspaceId_reviewSince_idx" ON "Mention"("workspaceId", "reviewSince");

-- DropIndex
DROP INDEX "Mention_nextLookAt_idx";

-- CreateIndex
CREATE INDEX "Mention_lookState_nextLookAt_idx" ON "Mention"("lookState", "nextLookAt");

-- CreateIndex
CREATE INDEX "Mention_workspaceId_lookState_nextLookAt_idx" ON "Mention"("workspaceId", "lookState", "nextLookAt");

-- AddForeignKey
ALTER TABLE "LinkCheck" ADD CONSTRAINT "LinkCheck_workspaceId_runId_fkey" FOREIGN KEY ("workspaceId", "runId") REFERENCES "CheckRun"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RawPage" ADD CONSTRAINT "RawPage_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RawPage" ADD CONSTRAINT "RawPage_workspaceId_linkCheckId_fkey" FOREIGN KEY ("workspaceId", "linkCheckId") REFERENCES "LinkCheck"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckRun" ADD CONSTRAINT "CheckRun_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckRun" ADD CONSTRAINT "CheckRun_workspaceId_askedById_fkey" FOREIGN KEY ("workspaceId", "askedById") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckRunItem" ADD CONSTRAINT "CheckRunItem_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckRunItem" ADD CONSTRAINT "CheckRunItem_workspaceId_runId_fkey" FOREIGN KEY ("workspaceId", "runId") REFERENCES "CheckRun"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckRunItem" ADD CONSTRAINT "CheckRunItem_workspaceId_mentionId_fkey" FOREIGN KEY ("workspaceId", "mentionId") REFERENCES "Mention"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutcomeDecision" ADD CONSTRAINT "OutcomeDecision_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutcomeDecision" ADD CONSTRAINT "OutcomeDecision_workspaceId_mentionId_fkey" FOREIGN KEY ("workspaceId", "mentionId") REFERENCES "Mention"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutcomeDecision" ADD CONSTRAINT "OutcomeDecision_workspaceId_byId_fkey" FOREIGN KEY ("workspaceId", "byId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OwnPage" ADD CONSTRAINT "OwnPage_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OwnPage" ADD CONSTRAINT "OwnPage_workspaceId_siteId_fkey" FOREIGN KEY ("workspaceId", "siteId") REFERENCES "Site"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What only SQL can say: see prisma/beyond-prisma.ts.
ALTER TABLE "Workspace" ADD CONSTRAINT "Workspace_rawPageDays_sane" CHECK ("rawPageDays" BETWEEN 0 AND 3650);
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_askState_known" CHECK ("askState" IN ('none', 'asked', 'closed'));
ALTER TABLE "CheckRun" ADD CONSTRAINT "CheckRun_state_known" CHECK ("state" IN ('running', 'stopped', 'finished'));
ALTER TABLE "CheckRunItem" ADD CONSTRAINT "CheckRunItem_state_known" CHECK ("state" IN ('waiting', 'done', 'left-out'));
ALTER TABLE "OutcomeDecision" ADD CONSTRAINT "OutcomeDecision_kind_known" CHECK ("kind" IN ('confirmed', 'overruled', 'seen-by-person'));
ALTER TABLE "OwnPage" ADD CONSTRAINT "OwnPage_state_known" CHECK ("state" IN ('not-looked', 'fine', 'gone', 'redirects', 'noindex', 'unreachable'));

-- A look is written once. The one change allowed is an erasure: fields named in "blanked" become empty, and lose the salt
-- without which nobody can guess what their hash was made of.
CREATE FUNCTION "refuse_change_of_look"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  "fields" text[] := ARRAY['sentence', 'note', 'finalUrl', 'hops', 'headers', 'linkHtml', 'textHash', 'changes'];
  "before" jsonb := to_jsonb(OLD);
  "after" jsonb := to_jsonb(NEW);
  "kept" text[] := "fields" || ARRAY['facts', 'fieldSalts', 'blanked'];
  "field" text;
BEGIN
  IF ("before" - "kept") IS DISTINCT FROM ("after" - "kept") OR (NEW."blanked" @> OLD."blanked") IS NOT TRUE THEN
    RAISE EXCEPTION 'A look is written once: this row of "LinkCheck" cannot be changed.' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  FOREACH "field" IN ARRAY "fields" LOOP
    IF "before" -> "field" IS DISTINCT FROM "after" -> "field" AND ("field" = ANY (NEW."blanked")) IS NOT TRUE THEN
      RAISE EXCEPTION 'A look is written once: "%" of "LinkCheck" can only be blanked.', "field" USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  END LOOP;
  FOR "field" IN SELECT jsonb_object_keys(OLD."facts" || NEW."facts") LOOP
    IF OLD."facts" -> "field" IS DISTINCT FROM NEW."facts" -> "field" AND ('facts.' || "field" = ANY (NEW."blanked")) IS NOT TRUE THEN
      RAISE EXCEPTION 'A look is written once: the fact "%" of "LinkCheck" can only be blanked.', "field" USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  END LOOP;
  FOR "field" IN SELECT jsonb_object_keys(OLD."fieldSalts" || NEW."fieldSalts") LOOP
    IF OLD."fieldSalts" -> "field" IS DISTINCT FROM NEW."fieldSalts" -> "field" AND ("field" = ANY (NEW."blanked")) IS NOT TRUE THEN
      RAISE EXCEPTION 'A look is written once: the salt of "%" in "LinkCheck" can only go.', "field" USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  END LOOP;
  -- What is named as blanked is empty, and its salt is gone.
  FOREACH "field" IN ARRAY NEW."blanked" LOOP
    IF NEW."fieldSalts" ? "field" OR (CASE
      WHEN "field" LIKE 'facts.%' THEN NEW."facts" -> substr("field", 7) = 'null'
      WHEN "field" = ANY ("fields") THEN "after" -> "field" IN ('null', '""', '[]', '{}')
    END) IS NOT TRUE THEN
      RAISE EXCEPTION 'A look is written once: "%" of "LinkCheck" is not blank.', "field" USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  END LOOP;
  RETURN NEW;
END
$$;
CREATE TRIGGER "LinkCheck_written_once" BEFORE UPDATE ON "LinkCheck" FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_look"();
