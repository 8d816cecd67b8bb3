-- CreateTable
CREATE TABLE "DuplicatePair" (
    "workspaceId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "oneId" TEXT NOT NULL,
    "otherId" TEXT NOT NULL,
    "reasons" JSONB NOT NULL,
    "weight" INTEGER NOT NULL,
    "foundAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DuplicatePair_pkey" PRIMARY KEY ("workspaceId","kind","oneId","otherId")
);

-- CreateTable
CREATE TABLE "DuplicateSearch" (
    "workspaceId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "seenUntil" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "DuplicateSearch_pkey" PRIMARY KEY ("workspaceId")
);

-- CreateIndex
CREATE INDEX "DuplicatePair_workspaceId_weight_kind_oneId_otherId_idx" ON "DuplicatePair"("workspaceId", "weight", "kind", "oneId", "otherId");

-- CreateIndex
CREATE INDEX "DuplicatePair_workspaceId_otherId_idx" ON "DuplicatePair"("workspaceId", "otherId");

-- AddForeignKey
ALTER TABLE "DuplicatePair" ADD CONSTRAINT "DuplicatePair_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DuplicateSearch" ADD CONSTRAINT "DuplicateSearch_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What schema.prisma cannot say: prisma/beyond-prisma.ts
ALTER TABLE "DuplicatePair" ADD CONSTRAINT "DuplicatePair_in_order" CHECK ("oneId" < "otherId");
ALTER TABLE "DuplicatePair" ADD CONSTRAINT "DuplicatePair_kind_known" CHECK ("kind" IN ('prospect', 'contact'));
ALTER TABLE "DuplicateSearch" ADD CONSTRAINT "DuplicateSearch_state_known" CHECK ("state" IN ('waiting', 'searching', 'idle'));
