-- Mailboxes of members: how they are reached, how the last try went. Passwords lie sealed.

CREATE TABLE "Mailbox" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "liveAddress" TEXT,
    "aliases" TEXT[],
    "imapHost" TEXT,
    "imapPort" INTEGER,
    "imapSecurity" TEXT,
    "imapUser" TEXT NOT NULL,
    "imapSecret" TEXT,
    "sends" BOOLEAN NOT NULL,
    "smtpHost" TEXT,
    "smtpPort" INTEGER,
    "smtpSecurity" TEXT,
    "smtpUser" TEXT NOT NULL,
    "smtpSecret" TEXT,
    "state" TEXT NOT NULL,
    "failure" TEXT NOT NULL DEFAULT '',
    "failureKind" TEXT,
    "failedAt" TIMESTAMPTZ(3),
    "lastLookAt" TIMESTAMPTZ(3),
    "lastMessageAt" TIMESTAMPTZ(3),
    "dailyCap" INTEGER NOT NULL,
    "timeZone" TEXT NOT NULL,
    "checkId" TEXT,
    "checkState" TEXT NOT NULL DEFAULT 'none',
    "checkAskedAt" TIMESTAMPTZ(3),
    "checkSentAt" TIMESTAMPTZ(3),
    "checkSteps" JSONB NOT NULL DEFAULT '[]',
    "dns" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "disconnectedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Mailbox_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "Mailbox_workspaceId_id_key" ON "Mailbox"("workspaceId", "id");
CREATE UNIQUE INDEX "Mailbox_workspaceId_liveAddress_key" ON "Mailbox"("workspaceId", "liveAddress");
CREATE INDEX "Mailbox_workspaceId_ownerId_idx" ON "Mailbox"("workspaceId", "ownerId");
CREATE INDEX "Mailbox_workspaceId_createdAt_idx" ON "Mailbox"("workspaceId", "createdAt");

ALTER TABLE "Mailbox" ADD CONSTRAINT "Mailbox_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Mailbox" ADD CONSTRAINT "Mailbox_workspaceId_ownerId_fkey" FOREIGN KEY ("workspaceId", "ownerId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Mailbox" ADD CONSTRAINT "Mailbox_state_known" CHECK ("state" IN ('connecting', 'connected', 'reconnect-needed', 'paused', 'disconnected'));
ALTER TABLE "Mailbox" ADD CONSTRAINT "Mailbox_checkState_known" CHECK ("checkState" IN ('none', 'waiting', 'checking', 'done'));
ALTER TABLE "Mailbox" ADD CONSTRAINT "Mailbox_disconnected_keeps_nothing" CHECK ("state" <> 'disconnected' OR ("imapSecret" IS NULL AND "smtpSecret" IS NULL AND "liveAddress" IS NULL));
-- Nothing but a sealed text may stand where passwords are kept.
ALTER TABLE "Mailbox" ADD CONSTRAINT "Mailbox_secrets_sealed" CHECK (("imapSecret" IS NULL OR "imapSecret" LIKE 'v1:%:%') AND ("smtpSecret" IS NULL OR "smtpSecret" LIKE 'v1:%:%'));
