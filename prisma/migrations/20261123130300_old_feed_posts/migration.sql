-- CreateIndex
CREATE INDEX "FeedPost_workspaceId_feedId_seenAt_idx" ON "FeedPost"("workspaceId", "feedId", "seenAt");
