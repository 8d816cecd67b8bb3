-- Who was written to at this address, under whatever name; and a channel that goes is looked for here.
CREATE INDEX "Pitch_workspaceId_channelId_idx" ON "Pitch"("workspaceId", "channelId");
