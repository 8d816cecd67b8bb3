-- Mails that people send from their own mailboxes. A row is written by a person's click, before anything goes out.

CREATE TABLE "OutgoingMail" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "mailboxId" TEXT NOT NULL,
    "pitchId" TEXT NOT NULL,
    "contactId" TEXT NOT NULL,
    "followUpId" TEXT,
    "purpose" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "liveKey" TEXT,
    "onceKey" TEXT NOT NULL,
    "senderId" TEXT NOT NULL,
    "clickedAt" TIMESTAMPTZ(3) NOT NULL,
    "notBefore" TIMESTAMPTZ(3) NOT NULL,
    "fromAddress" TEXT NOT NULL,
    "toName" TEXT NOT NULL,
    "toAddress" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "raw" BYTEA NOT NULL,
    "copies" INTEGER NOT NULL DEFAULT 1,
    "mailIds" TEXT[],
    "tries" INTEGER NOT NULL DEFAULT 0,
    "claimId" TEXT,
    "claimedAt" TIMESTAMPTZ(3),
    "transmittedAt" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),
    "filedAt" TIMESTAMPTZ(3),
    "settledAt" TIMESTAMPTZ(3),
    "response" TEXT NOT NULL DEFAULT '',
    "reason" TEXT,
    "remedy" TEXT NOT NULL DEFAULT '',
    "attention" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "OutgoingMail_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "OutgoingMail_workspaceId_id_key" ON "OutgoingMail"("workspaceId", "id");
-- A double click, or two tabs, are one mail.
CREATE UNIQUE INDEX "OutgoingMail_workspaceId_liveKey_key" ON "OutgoingMail"("workspaceId", "liveKey");
CREATE UNIQUE INDEX "OutgoingMail_workspaceId_onceKey_key" ON "OutgoingMail"("workspaceId", "onceKey");
CREATE INDEX "OutgoingMail_workspaceId_pitchId_clickedAt_idx" ON "OutgoingMail"("workspaceId", "pitchId", "clickedAt");
CREATE INDEX "OutgoingMail_workspaceId_contactId_idx" ON "OutgoingMail"("workspaceId", "contactId");
CREATE INDEX "OutgoingMail_workspaceId_followUpId_idx" ON "OutgoingMail"("workspaceId", "followUpId");
CREATE INDEX "OutgoingMail_workspaceId_senderId_idx" ON "OutgoingMail"("workspaceId", "senderId");
CREATE INDEX "OutgoingMail_workspaceId_mailboxId_purpose_transmittedAt_idx" ON "OutgoingMail"("workspaceId", "mailboxId", "purpose", "transmittedAt");
CREATE INDEX "OutgoingMail_workspaceId_attention_clickedAt_idx" ON "OutgoingMail"("workspaceId", "attention", "clickedAt");
CREATE INDEX "OutgoingMail_mailIds_idx" ON "OutgoingMail" USING GIN ("mailIds");
-- What the clock looks for: whatever is not settled, in all workspaces.
CREATE INDEX "OutgoingMail_under_way" ON "OutgoingMail"("notBefore") WHERE "state" IN ('queued', 'claimed', 'transmitting', 'sent');

ALTER TABLE "OutgoingMail" ADD CONSTRAINT "OutgoingMail_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "OutgoingMail" ADD CONSTRAINT "OutgoingMail_workspaceId_mailboxId_fkey" FOREIGN KEY ("workspaceId", "mailboxId") REFERENCES "Mailbox"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "OutgoingMail" ADD CONSTRAINT "OutgoingMail_workspaceId_pitchId_fkey" FOREIGN KEY ("workspaceId", "pitchId") REFERENCES "Pitch"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "OutgoingMail" ADD CONSTRAINT "OutgoingMail_workspaceId_contactId_fkey" FOREIGN KEY ("workspaceId", "contactId") REFERENCES "Contact"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "OutgoingMail" ADD CONSTRAINT "OutgoingMail_workspaceId_followUpId_fkey" FOREIGN KEY ("workspaceId", "followUpId") REFERENCES "FollowUp"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "OutgoingMail" ADD CONSTRAINT "OutgoingMail_workspaceId_senderId_fkey" FOREIGN KEY ("workspaceId", "senderId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "OutgoingMail" ADD CONSTRAINT "OutgoingMail_state_known" CHECK ("state" IN ('queued', 'claimed', 'transmitting', 'sent', 'filed', 'undone', 'not-sent', 'unknown', 'held'));
ALTER TABLE "OutgoingMail" ADD CONSTRAINT "OutgoingMail_purpose_known" CHECK ("purpose" IN ('first', 'follow-up', 'reply'));
-- Only what is settled gives its step free for another mail.
ALTER TABLE "OutgoingMail" ADD CONSTRAINT "OutgoingMail_live_until_settled" CHECK (("liveKey" IS NULL) = ("settledAt" IS NOT NULL));
ALTER TABLE "OutgoingMail" ADD CONSTRAINT "OutgoingMail_settled_states" CHECK ("settledAt" IS NULL OR "state" IN ('sent', 'filed', 'undone', 'not-sent'));
-- Nothing can be under way that no worker wrote down before.
ALTER TABLE "OutgoingMail" ADD CONSTRAINT "OutgoingMail_written_before" CHECK ("state" NOT IN ('transmitting', 'sent', 'filed', 'unknown') OR ("transmittedAt" IS NOT NULL AND cardinality("mailIds") > 0));
