-- Whose letters, and in which campaigns, somebody else reads before they go; and who has said that one may.
ALTER TABLE "Member" ADD COLUMN "readFirstAt" TIMESTAMPTZ(3);
ALTER TABLE "Campaign" ADD COLUMN "readFirstAt" TIMESTAMPTZ(3);
ALTER TABLE "Pitch" ADD COLUMN "passedById" TEXT, ADD COLUMN "passedAt" TIMESTAMPTZ(3);
ALTER TABLE "Pitch" ADD CONSTRAINT "Pitch_workspaceId_passedById_fkey" FOREIGN KEY ("workspaceId", "passedById") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "PitchRemark" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "pitchId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "part" TEXT NOT NULL,
    "quote" TEXT NOT NULL,
    "before" TEXT NOT NULL DEFAULT '',
    "after" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "answer" TEXT NOT NULL DEFAULT '',
    "answeredById" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "settledById" TEXT,
    "settledAt" TIMESTAMPTZ(3),
    "onceKey" TEXT NOT NULL,

    CONSTRAINT "PitchRemark_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "PitchRemark_workspaceId_id_key" ON "PitchRemark"("workspaceId", "id");
CREATE UNIQUE INDEX "PitchRemark_workspaceId_onceKey_key" ON "PitchRemark"("workspaceId", "onceKey");
CREATE INDEX "PitchRemark_workspaceId_pitchId_at_id_idx" ON "PitchRemark"("workspaceId", "pitchId", "at", "id");

ALTER TABLE "PitchRemark" ADD CONSTRAINT "PitchRemark_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "PitchRemark" ADD CONSTRAINT "PitchRemark_workspaceId_pitchId_fkey" FOREIGN KEY ("workspaceId", "pitchId") REFERENCES "Pitch"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "PitchRemark" ADD CONSTRAINT "PitchRemark_workspaceId_byId_fkey" FOREIGN KEY ("workspaceId", "byId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "PitchRemark" ADD CONSTRAINT "PitchRemark_workspaceId_answeredById_fkey" FOREIGN KEY ("workspaceId", "answeredById") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "PitchRemark" ADD CONSTRAINT "PitchRemark_workspaceId_settledById_fkey" FOREIGN KEY ("workspaceId", "settledById") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PitchRemark" ADD CONSTRAINT "PitchRemark_part_known" CHECK ("part" IN ('subject', 'body'));
ALTER TABLE "PitchRemark" ADD CONSTRAINT "PitchRemark_state_known" CHECK ("state" IN ('open', 'settled'));
ALTER TABLE "PitchRemark" ADD CONSTRAINT "PitchRemark_settled_by_somebody" CHECK (("state" = 'settled') = ("settledAt" IS NOT NULL));
