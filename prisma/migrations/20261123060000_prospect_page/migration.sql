-- A look at an outlet's pages that failed is tried again.
ALTER TABLE "OutletLook" ADD COLUMN "nextTryAt" TIMESTAMPTZ(3),
ADD COLUMN "tries" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "OutletLook" ADD CONSTRAINT "OutletLook_state_known"
  CHECK ("state" IN ('waiting', 'looking', 'done', 'failed'));

-- The story of a prospect, newest first, without reading the rows before.
CREATE INDEX "Mention_workspaceId_prospectId_deletedAt_createdAt_idx" ON "Mention"("workspaceId", "prospectId", "deletedAt", "createdAt");
CREATE INDEX "Mention_workspaceId_prospectId_lastChangeAt_idx" ON "Mention"("workspaceId", "prospectId", "lastChangeAt");
