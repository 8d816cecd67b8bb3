-- CreateTable
CREATE TABLE "ManyChange" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "deed" TEXT NOT NULL,
    "tag" TEXT NOT NULL DEFAULT '',
    "ownerId" TEXT,
    "words" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),
    "putBack" INTEGER NOT NULL DEFAULT 0,
    "stayed" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ManyChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ManyChangeRow" (
    "workspaceId" TEXT NOT NULL,
    "changeId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "tags" TEXT[],
    "ownerId" TEXT,

    CONSTRAINT "ManyChangeRow_pkey" PRIMARY KEY ("changeId","itemId")
);

-- CreateIndex
CREATE INDEX "ManyChange_workspaceId_at_idx" ON "ManyChange"("workspaceId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "ManyChange_workspaceId_id_key" ON "ManyChange"("workspaceId", "id");

-- CreateIndex
CREATE INDEX "ManyChangeRow_workspaceId_changeId_idx" ON "ManyChangeRow"("workspaceId", "changeId");

-- AddForeignKey
ALTER TABLE "ManyChange" ADD CONSTRAINT "ManyChange_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ManyChange" ADD CONSTRAINT "ManyChange_workspaceId_byId_fkey" FOREIGN KEY ("workspaceId", "byId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ManyChangeRow" ADD CONSTRAINT "ManyChangeRow_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ManyChangeRow" ADD CONSTRAINT "ManyChangeRow_workspaceId_changeId_fkey" FOREIGN KEY ("workspaceId", "changeId") REFERENCES "ManyChange"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "ManyChange" ADD CONSTRAINT "ManyChange_deed_known" CHECK ("deed" IN ('add-tag', 'remove-tag', 'assign'));
