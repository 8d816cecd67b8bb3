-- How many pitches of each state and how many mentions a campaign has is counted by walking an index, no further than a
-- person wants to know; the newest mentions of a campaign lie together in theirs.

DROP INDEX "Pitch_workspaceId_campaignId_idx";
CREATE INDEX "Pitch_workspaceId_campaignId_deletedAt_state_idx" ON "Pitch"("workspaceId", "campaignId", "deletedAt", "state");

DROP INDEX "Mention_workspaceId_campaignId_idx";
CREATE INDEX "Mention_workspaceId_campaignId_deletedAt_createdAt_id_idx" ON "Mention"("workspaceId", "campaignId", "deletedAt", "createdAt", "id");
