-- Who did what, for good.
CREATE TABLE "AuditEvent" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorKind" TEXT NOT NULL,
    "actorId" TEXT,
    "action" TEXT NOT NULL,
    "objectKind" TEXT NOT NULL,
    "objectId" TEXT,
    "siteId" TEXT,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "AuditEvent_actor_known" CHECK (
      "actorKind" IN ('member', 'link', 'token', 'system') AND ("actorKind" = 'system') = ("actorId" IS NULL)
    ),
    -- Whoever writes past the one writer still cannot put an address or a text in.
    CONSTRAINT "AuditEvent_ids_and_states" CHECK (
      "details"::text !~ '[@<>]' AND octet_length("details"::text) < 50000
      AND "action" ~ '^[a-z-]+[.][a-z-]+$' AND "objectKind" ~ '^[a-z-]+$'
      AND "actorId" ~ '^[A-Za-z0-9-]{1,64}$' AND "objectId" ~ '^[A-Za-z0-9-]{1,64}$'
    )
);

CREATE INDEX "AuditEvent_workspaceId_at_id_idx" ON "AuditEvent"("workspaceId", "at", "id");

CREATE INDEX "AuditEvent_workspaceId_actorId_at_id_idx" ON "AuditEvent"("workspaceId", "actorId", "at", "id");

CREATE INDEX "AuditEvent_workspaceId_action_at_id_idx" ON "AuditEvent"("workspaceId", "action", "at", "id");

CREATE INDEX "AuditEvent_workspaceId_objectKind_at_id_idx" ON "AuditEvent"("workspaceId", "objectKind", "at", "id");

CREATE UNIQUE INDEX "AuditEvent_workspaceId_id_key" ON "AuditEvent"("workspaceId", "id");

ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE FUNCTION audit_is_written_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The audit log is written once: % is refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER "AuditEvent_never_changed" BEFORE UPDATE ON "AuditEvent"
  FOR EACH STATEMENT EXECUTE FUNCTION audit_is_written_once();

CREATE TRIGGER "AuditEvent_never_emptied" BEFORE TRUNCATE ON "AuditEvent"
  FOR EACH STATEMENT EXECUTE FUNCTION audit_is_written_once();

-- The one exception: the foreign key takes the rows of a workspace that is no more. It does so as the owner of this table,
-- so that the role Rapport runs as needs no right to delete here.
CREATE FUNCTION audit_goes_with_its_workspace() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Workspace" WHERE "id" IN (SELECT DISTINCT "workspaceId" FROM gone)) THEN
    RAISE EXCEPTION 'The audit log is written once: DELETE is refused' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "AuditEvent_goes_with_its_workspace" AFTER DELETE ON "AuditEvent"
  REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION audit_goes_with_its_workspace();

-- What this installation signs its evidence with; the private half is sealed.
CREATE TABLE "InstallationKey" (
    "id" TEXT NOT NULL,
    "publicPem" TEXT NOT NULL,
    "sealedPrivate" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InstallationKey_pkey" PRIMARY KEY ("id")
);
