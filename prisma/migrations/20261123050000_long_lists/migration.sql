-- DropIndex
DROP INDEX "Mention_workspaceId_siteId_deletedAt_outcome_idx";

-- DropIndex
DROP INDEX "Pitch_workspaceId_deletedAt_state_updatedAt_idx";

-- CreateIndex
CREATE INDEX "Mention_workspaceId_deletedAt_outcome_createdAt_id_idx" ON "Mention"("workspaceId", "deletedAt", "outcome", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Mention_workspaceId_siteId_deletedAt_outcome_createdAt_id_idx" ON "Mention"("workspaceId", "siteId", "deletedAt", "outcome", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Mention_workspaceId_liveUrlKey_idx" ON "Mention"("workspaceId", "liveUrlKey");

-- CreateIndex
CREATE INDEX "Mention_url_idx" ON "Mention" USING GIN ("url" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Mention_note_idx" ON "Mention" USING GIN ("note" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Pitch_workspaceId_deletedAt_state_updatedAt_id_idx" ON "Pitch"("workspaceId", "deletedAt", "state", "updatedAt", "id");

-- CreateIndex
CREATE INDEX "Pitch_workspaceId_deletedAt_closedReason_updatedAt_id_idx" ON "Pitch"("workspaceId", "deletedAt", "closedReason", "updatedAt", "id");

-- CreateIndex
CREATE INDEX "Pitch_workspaceId_deletedAt_campaignId_updatedAt_id_idx" ON "Pitch"("workspaceId", "deletedAt", "campaignId", "updatedAt", "id");

-- CreateIndex
CREATE INDEX "Pitch_workspaceId_deletedAt_writerId_updatedAt_id_idx" ON "Pitch"("workspaceId", "deletedAt", "writerId", "updatedAt", "id");

-- CreateIndex
CREATE INDEX "Pitch_subject_idx" ON "Pitch" USING GIN ("subject" gin_trgm_ops);


-- DropIndex
DROP INDEX "FollowUp_workspaceId_state_dueOn_idx";

-- CreateIndex
CREATE INDEX "FollowUp_workspaceId_state_dueOn_id_idx" ON "FollowUp"("workspaceId", "state", "dueOn", "id");

-- CreateIndex
CREATE INDEX "Mention_workspaceId_deletedAt_provenance_outcome_createdAt__idx" ON "Mention"("workspaceId", "deletedAt", "provenance", "outcome", "createdAt", "id");


