-- The Message-IDs a mail goes by (its own, and those a server put in its place), so that what comes back finds its thread,
-- and the mailbox it went out of or came in by.
ALTER TABLE "Message" ADD COLUMN "mailIds" TEXT[] DEFAULT ARRAY[]::TEXT[];
ALTER TABLE "Message" ALTER COLUMN "mailIds" DROP DEFAULT;
ALTER TABLE "Message" ADD COLUMN "mailboxId" TEXT;
ALTER TABLE "Message" ADD CONSTRAINT "Message_workspaceId_mailboxId_fkey" FOREIGN KEY ("workspaceId", "mailboxId") REFERENCES "Mailbox"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "Message_mailIds_idx" ON "Message" USING GIN ("mailIds");
CREATE INDEX "Message_workspaceId_mailboxId_at_idx" ON "Message"("workspaceId", "mailboxId", "at");
