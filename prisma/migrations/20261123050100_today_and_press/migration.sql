-- DropIndex
DROP INDEX "ReadingNote_workspaceId_deletedAt_createdAt_idx";

-- CreateIndex
CREATE INDEX "ReadingNote_workspaceId_deletedAt_createdAt_id_idx" ON "ReadingNote"("workspaceId", "deletedAt", "createdAt", "id");

-- Prisma does not know these; see prisma/beyond-prisma.ts. Each holds what one list shows, in its order, and nothing else.

-- Today: who answered and waits, what is being written, what looks found and nobody has acknowledged.
CREATE INDEX "Pitch_waiting_answers" ON "Pitch" ("workspaceId", "lastMessageAt", "id")
  WHERE "deletedAt" IS NULL AND "state" = 'answered' AND "answerHandledAt" IS NULL;
CREATE INDEX "Pitch_being_written" ON "Pitch" ("workspaceId", "state", "updatedAt", "id")
  WHERE "deletedAt" IS NULL AND "state" IN ('draft', 'in-review', 'ready');
CREATE INDEX "Mention_new_outcomes" ON "Mention" ("workspaceId", "outcomeAt", "id")
  WHERE "deletedAt" IS NULL AND "outcome" <> 'not-looked' AND ("seenOutcome" IS NULL OR "seenOutcome" <> "outcome");

-- The press list: by the day a page came out, where it is known, or else by when it was recorded.
CREATE INDEX "Mention_press" ON "Mention"
  ("workspaceId", COALESCE("publishedOn"::timestamp AT TIME ZONE 'UTC', "createdAt"), "id") WHERE "deletedAt" IS NULL;
