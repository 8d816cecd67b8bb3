-- CreateTable
CREATE TABLE "EarlierVetting" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "prospectId" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "evidence" TEXT NOT NULL DEFAULT '',
    "evidenceUrl" TEXT NOT NULL DEFAULT '',
    "byId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3) NOT NULL,
    "ending" TEXT NOT NULL,

    CONSTRAINT "EarlierVetting_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "EarlierVetting_workspaceId_prospectId_at_idx" ON "EarlierVetting"("workspaceId", "prospectId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "EarlierVetting_workspaceId_id_key" ON "EarlierVetting"("workspaceId", "id");

-- AddForeignKey
ALTER TABLE "EarlierVetting" ADD CONSTRAINT "EarlierVetting_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EarlierVetting" ADD CONSTRAINT "EarlierVetting_workspaceId_prospectId_fkey" FOREIGN KEY ("workspaceId", "prospectId") REFERENCES "Prospect"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EarlierVetting" ADD CONSTRAINT "EarlierVetting_workspaceId_byId_fkey" FOREIGN KEY ("workspaceId", "byId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "EarlierVetting" ADD CONSTRAINT "EarlierVetting_answer_known" CHECK ("answer" IN ('yes', 'no', 'unsure'));
ALTER TABLE "EarlierVetting" ADD CONSTRAINT "EarlierVetting_ending_known" CHECK ("ending" IN ('changed', 'taken-back'));
