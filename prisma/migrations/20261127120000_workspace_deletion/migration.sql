-- A workspace is not deleted at once: for seven days it stands still, and an owner can take it back.
ALTER TABLE "Workspace" ADD COLUMN     "deletionAskedById" TEXT,
ADD COLUMN     "deletionDueAt" TIMESTAMPTZ(3);

CREATE INDEX "Workspace_deletionDueAt_idx" ON "Workspace"("deletionDueAt");
