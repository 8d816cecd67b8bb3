-- Looks that saw a link, by mention and time: when a link was first and last seen is two steps into this index.
CREATE INDEX "LinkCheck_saw_a_link" ON "LinkCheck"("workspaceId", "mentionId", "at")
  WHERE "verdict" IN ('linked', 'linked-wrong-page', 'linked-not-crawlable', 'linked-not-indexable', 'linked-elsewhere-canonical', 'linked-qualified');
