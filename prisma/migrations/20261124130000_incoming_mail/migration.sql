-- Reading mailboxes: how far each folder was read, and the mails that belong to a pitch or may.

ALTER TABLE "Mailbox" ADD COLUMN "readFailedAt" TIMESTAMPTZ(3);
ALTER TABLE "Mailbox" ADD COLUMN "sendingHeldAt" TIMESTAMPTZ(3);

CREATE TABLE "MailFolder" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "mailboxId" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "uidValidity" TEXT NOT NULL,
    "lastUid" BIGINT NOT NULL,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "MailFolder_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "MailFolder_workspaceId_id_key" ON "MailFolder"("workspaceId", "id");
CREATE UNIQUE INDEX "MailFolder_workspaceId_mailboxId_path_key" ON "MailFolder"("workspaceId", "mailboxId", "path");
ALTER TABLE "MailFolder" ADD CONSTRAINT "MailFolder_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "MailFolder" ADD CONSTRAINT "MailFolder_workspaceId_mailboxId_fkey" FOREIGN KEY ("workspaceId", "mailboxId") REFERENCES "Mailbox"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "MailFolder" ADD CONSTRAINT "MailFolder_role_known" CHECK ("role" IN ('inbox', 'all', 'junk', 'sent'));

CREATE TABLE "IncomingMail" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "mailboxId" TEXT,
    "folder" TEXT NOT NULL DEFAULT '',
    "uidValidity" TEXT NOT NULL DEFAULT '',
    "uid" BIGINT,
    "messageKey" TEXT NOT NULL,
    "mailIds" TEXT[],
    "kind" TEXT NOT NULL,
    "confidence" TEXT,
    "meaning" TEXT,
    "pitchId" TEXT,
    "state" TEXT NOT NULL,
    "fromAddress" TEXT NOT NULL DEFAULT '',
    "subject" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL DEFAULT '',
    "newAddress" TEXT,
    "facts" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,
    "settledAt" TIMESTAMPTZ(3),
    "settledById" TEXT,

    CONSTRAINT "IncomingMail_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "IncomingMail_workspaceId_id_key" ON "IncomingMail"("workspaceId", "id");
CREATE UNIQUE INDEX "IncomingMail_workspaceId_mailboxId_folder_uidValidity_uid_key" ON "IncomingMail"("workspaceId", "mailboxId", "folder", "uidValidity", "uid");
CREATE UNIQUE INDEX "IncomingMail_workspaceId_mailboxId_messageKey_key" ON "IncomingMail"("workspaceId", "mailboxId", "messageKey");
CREATE INDEX "IncomingMail_workspaceId_messageKey_idx" ON "IncomingMail"("workspaceId", "messageKey");
CREATE INDEX "IncomingMail_workspaceId_pitchId_at_idx" ON "IncomingMail"("workspaceId", "pitchId", "at");
CREATE INDEX "IncomingMail_workspaceId_state_at_id_idx" ON "IncomingMail"("workspaceId", "state", "at", "id");
CREATE INDEX "IncomingMail_workspaceId_settledById_idx" ON "IncomingMail"("workspaceId", "settledById");
-- Two of these in a day hold a mailbox's sending.
CREATE INDEX "IncomingMail_refusals" ON "IncomingMail"("workspaceId", "mailboxId", "seenAt") WHERE "meaning" = 'refuses-us';
ALTER TABLE "IncomingMail" ADD CONSTRAINT "IncomingMail_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "IncomingMail" ADD CONSTRAINT "IncomingMail_workspaceId_mailboxId_fkey" FOREIGN KEY ("workspaceId", "mailboxId") REFERENCES "Mailbox"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "IncomingMail" ADD CONSTRAINT "IncomingMail_workspaceId_pitchId_fkey" FOREIGN KEY ("workspaceId", "pitchId") REFERENCES "Pitch"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "IncomingMail" ADD CONSTRAINT "IncomingMail_workspaceId_settledById_fkey" FOREIGN KEY ("workspaceId", "settledById") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "IncomingMail" ADD CONSTRAINT "IncomingMail_kind_known" CHECK ("kind" IN ('reply', 'auto-reply', 'bounce', 'delay'));
ALTER TABLE "IncomingMail" ADD CONSTRAINT "IncomingMail_state_known" CHECK ("state" IN ('settled', 'offered', 'dismissed'));
ALTER TABLE "IncomingMail" ADD CONSTRAINT "IncomingMail_confidence_known" CHECK ("confidence" IN ('certain', 'likely', 'ask'));
-- What a person said belongs nowhere is nobody's business any more.
ALTER TABLE "IncomingMail" ADD CONSTRAINT "IncomingMail_dismissed_keeps_nothing" CHECK ("state" <> 'dismissed'
  OR ("pitchId" IS NULL AND "fromAddress" = '' AND "subject" = '' AND "text" = '' AND "newAddress" IS NULL AND "mailIds" = '{}'));

-- Candidates are asked for by what a mail's headers say: its subject without marks, and the house of its sender.
CREATE FUNCTION rapport_subject_key(given text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT md5(regexp_replace(public.rapport_fold(left(given, 1000)), '[^[:alnum:]]+', '', 'g'))
$$;
CREATE INDEX "Pitch_sent_subject" ON "Pitch"("workspaceId", rapport_subject_key("subject"), "sentAt") WHERE "sentAt" IS NOT NULL AND "deletedAt" IS NULL;
CREATE INDEX "Channel_mail_host" ON "Channel"("workspaceId", (reverse(split_part("addressKey", '@', 2)) COLLATE "C")) WHERE "kind" = 'email';
