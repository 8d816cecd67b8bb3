-- What somebody sent today, for the cap of a day.
CREATE INDEX "Message_workspaceId_authorId_at_idx" ON "Message"("workspaceId", "authorId", "at");
