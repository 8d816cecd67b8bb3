-- CreateIndex
CREATE INDEX "Mention_workspaceId_askState_askedAt_idx" ON "Mention"("workspaceId", "askState", "askedAt");
