-- Reports for customers: written, reviewed, frozen when they are approved, and shared by a secret link.
ALTER TABLE "Workspace" ADD COLUMN     "logoBlobId" TEXT,
ADD COLUMN     "logoType" TEXT;

ALTER TABLE "SecretLink" ADD COLUMN     "passwordHash" TEXT,
ADD COLUMN     "reportId" TEXT,
ADD COLUMN     "uses" INTEGER NOT NULL DEFAULT 0;

CREATE TABLE "CustomerReport" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "siteId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "fromDay" DATE NOT NULL,
    "toDay" DATE NOT NULL,
    "sections" TEXT[],
    "words" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "writerId" TEXT NOT NULL,
    "editedById" TEXT NOT NULL,
    "askedById" TEXT,
    "askedAt" TIMESTAMPTZ(3),
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "remark" TEXT NOT NULL DEFAULT '',
    "waitingReason" TEXT NOT NULL DEFAULT '',
    "snapshot" JSONB,
    "onceKey" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),
    "trashId" TEXT,

    CONSTRAINT "CustomerReport_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "CustomerReport_workspaceId_deletedAt_createdAt_id_idx" ON "CustomerReport"("workspaceId", "deletedAt", "createdAt", "id");

CREATE INDEX "CustomerReport_workspaceId_deletedAt_state_askedAt_idx" ON "CustomerReport"("workspaceId", "deletedAt", "state", "askedAt");

CREATE INDEX "CustomerReport_workspaceId_siteId_deletedAt_state_decidedAt_idx" ON "CustomerReport"("workspaceId", "siteId", "deletedAt", "state", "decidedAt");

CREATE INDEX "CustomerReport_workspaceId_writerId_idx" ON "CustomerReport"("workspaceId", "writerId");

CREATE INDEX "CustomerReport_workspaceId_editedById_idx" ON "CustomerReport"("workspaceId", "editedById");

CREATE INDEX "CustomerReport_workspaceId_askedById_idx" ON "CustomerReport"("workspaceId", "askedById");

CREATE INDEX "CustomerReport_workspaceId_decidedById_idx" ON "CustomerReport"("workspaceId", "decidedById");

CREATE INDEX "CustomerReport_workspaceId_trashId_idx" ON "CustomerReport"("workspaceId", "trashId");

CREATE UNIQUE INDEX "CustomerReport_workspaceId_id_key" ON "CustomerReport"("workspaceId", "id");

CREATE UNIQUE INDEX "CustomerReport_workspaceId_onceKey_key" ON "CustomerReport"("workspaceId", "onceKey");

CREATE INDEX "SecretLink_workspaceId_reportId_createdAt_idx" ON "SecretLink"("workspaceId", "reportId", "createdAt");

ALTER TABLE "SecretLink" ADD CONSTRAINT "SecretLink_workspaceId_reportId_fkey" FOREIGN KEY ("workspaceId", "reportId") REFERENCES "CustomerReport"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "CustomerReport" ADD CONSTRAINT "CustomerReport_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "CustomerReport" ADD CONSTRAINT "CustomerReport_workspaceId_siteId_fkey" FOREIGN KEY ("workspaceId", "siteId") REFERENCES "Site"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "CustomerReport" ADD CONSTRAINT "CustomerReport_workspaceId_writerId_fkey" FOREIGN KEY ("workspaceId", "writerId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "CustomerReport" ADD CONSTRAINT "CustomerReport_workspaceId_editedById_fkey" FOREIGN KEY ("workspaceId", "editedById") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "CustomerReport" ADD CONSTRAINT "CustomerReport_workspaceId_askedById_fkey" FOREIGN KEY ("workspaceId", "askedById") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "CustomerReport" ADD CONSTRAINT "CustomerReport_workspaceId_decidedById_fkey" FOREIGN KEY ("workspaceId", "decidedById") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say.
ALTER TABLE "CustomerReport" ADD CONSTRAINT "CustomerReport_state_known" CHECK ("state" IN ('draft', 'in-review', 'given-back', 'approved'));

ALTER TABLE "CustomerReport" ADD CONSTRAINT "CustomerReport_days_in_order" CHECK ("fromDay" <= "toDay");

-- What was approved says what it says, and somebody approved it.
ALTER TABLE "CustomerReport" ADD CONSTRAINT "CustomerReport_approved_is_frozen" CHECK (("state" = 'approved') = ("snapshot" IS NOT NULL) AND ("state" <> 'approved' OR ("decidedAt" IS NOT NULL AND "decidedById" IS NOT NULL)));

ALTER TABLE "SecretLink" ADD CONSTRAINT "SecretLink_share_shows_a_report" CHECK ("purpose" <> 'share' OR ("reportId" IS NOT NULL AND "workspaceId" IS NOT NULL));
