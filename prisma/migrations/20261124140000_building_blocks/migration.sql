-- CreateTable
CREATE TABLE "BuildingBlock" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "siteId" TEXT,
    "memberId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "BuildingBlock_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "BuildingBlock_workspaceId_deletedAt_kind_name_idx" ON "BuildingBlock"("workspaceId", "deletedAt", "kind", "name");

-- CreateIndex
CREATE INDEX "BuildingBlock_workspaceId_siteId_idx" ON "BuildingBlock"("workspaceId", "siteId");

-- CreateIndex
CREATE INDEX "BuildingBlock_workspaceId_memberId_idx" ON "BuildingBlock"("workspaceId", "memberId");

-- CreateIndex
CREATE UNIQUE INDEX "BuildingBlock_workspaceId_id_key" ON "BuildingBlock"("workspaceId", "id");

-- AddForeignKey
ALTER TABLE "BuildingBlock" ADD CONSTRAINT "BuildingBlock_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BuildingBlock" ADD CONSTRAINT "BuildingBlock_workspaceId_siteId_fkey" FOREIGN KEY ("workspaceId", "siteId") REFERENCES "Site"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BuildingBlock" ADD CONSTRAINT "BuildingBlock_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the app never writes, nobody else does either.
ALTER TABLE "BuildingBlock" ADD CONSTRAINT "BuildingBlock_kind_known" CHECK ("kind" IN ('paragraph', 'signature'));
