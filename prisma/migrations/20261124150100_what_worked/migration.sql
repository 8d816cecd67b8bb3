-- Letters by when they were sent, with what they are counted by beside it: the table itself is not read for a report.
CREATE INDEX "Pitch_sent" ON "Pitch"("workspaceId", "sentAt", "id") INCLUDE ("campaignId", "prospectId", "answeredAt", "state")
  WHERE "sentAt" IS NOT NULL AND "deletedAt" IS NULL;
