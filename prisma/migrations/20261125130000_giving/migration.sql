-- Promises both ways, thanks for mentions, and a Site's public press page.
ALTER TABLE "Mention" ADD COLUMN     "offPressAt" TIMESTAMPTZ(3),
ADD COLUMN     "pressTitle" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "thanksAt" TIMESTAMPTZ(3),
ADD COLUMN     "thanksById" TEXT,
ADD COLUMN     "thanksDraft" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "thanksState" TEXT NOT NULL DEFAULT 'none';

CREATE TABLE "PromiseMade" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "prospectId" TEXT NOT NULL,
    "contactId" TEXT,
    "whose" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "dueOn" DATE NOT NULL,
    "pitchId" TEXT,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "madeById" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "settledAt" TIMESTAMPTZ(3),
    "settledById" TEXT,
    "settledWhy" TEXT NOT NULL DEFAULT '',
    "deletedAt" TIMESTAMPTZ(3),
    "trashId" TEXT,

    CONSTRAINT "PromiseMade_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "PressPage" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "siteId" TEXT NOT NULL,
    "address" TEXT,
    "name" TEXT NOT NULL DEFAULT '',
    "intro" TEXT NOT NULL DEFAULT '',
    "isFindable" BOOLEAN NOT NULL DEFAULT false,
    "openSince" TIMESTAMPTZ(3),
    "openedById" TEXT,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PressPage_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "PromiseMade_workspaceId_deletedAt_state_dueOn_id_idx" ON "PromiseMade"("workspaceId", "deletedAt", "state", "dueOn", "id");

CREATE INDEX "PromiseMade_workspaceId_deletedAt_state_whose_dueOn_id_idx" ON "PromiseMade"("workspaceId", "deletedAt", "state", "whose", "dueOn", "id");

CREATE INDEX "PromiseMade_workspaceId_prospectId_deletedAt_state_dueOn_idx" ON "PromiseMade"("workspaceId", "prospectId", "deletedAt", "state", "dueOn");

CREATE INDEX "PromiseMade_workspaceId_contactId_deletedAt_state_dueOn_idx" ON "PromiseMade"("workspaceId", "contactId", "deletedAt", "state", "dueOn");

CREATE INDEX "PromiseMade_workspaceId_pitchId_idx" ON "PromiseMade"("workspaceId", "pitchId");

CREATE INDEX "PromiseMade_workspaceId_madeById_idx" ON "PromiseMade"("workspaceId", "madeById");

CREATE INDEX "PromiseMade_workspaceId_settledById_idx" ON "PromiseMade"("workspaceId", "settledById");

CREATE INDEX "PromiseMade_words_idx" ON "PromiseMade" USING GIN ("words" gin_trgm_ops);

CREATE UNIQUE INDEX "PromiseMade_workspaceId_id_key" ON "PromiseMade"("workspaceId", "id");

CREATE UNIQUE INDEX "PressPage_address_key" ON "PressPage"("address");

CREATE INDEX "PressPage_workspaceId_openedById_idx" ON "PressPage"("workspaceId", "openedById");

CREATE UNIQUE INDEX "PressPage_workspaceId_id_key" ON "PressPage"("workspaceId", "id");

CREATE UNIQUE INDEX "PressPage_workspaceId_siteId_key" ON "PressPage"("workspaceId", "siteId");

CREATE INDEX "Mention_workspaceId_thanksById_idx" ON "Mention"("workspaceId", "thanksById");

ALTER TABLE "PromiseMade" ADD CONSTRAINT "PromiseMade_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "PromiseMade" ADD CONSTRAINT "PromiseMade_workspaceId_prospectId_fkey" FOREIGN KEY ("workspaceId", "prospectId") REFERENCES "Prospect"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PromiseMade" ADD CONSTRAINT "PromiseMade_workspaceId_contactId_fkey" FOREIGN KEY ("workspaceId", "contactId") REFERENCES "Contact"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PromiseMade" ADD CONSTRAINT "PromiseMade_workspaceId_pitchId_fkey" FOREIGN KEY ("workspaceId", "pitchId") REFERENCES "Pitch"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PromiseMade" ADD CONSTRAINT "PromiseMade_workspaceId_madeById_fkey" FOREIGN KEY ("workspaceId", "madeById") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PromiseMade" ADD CONSTRAINT "PromiseMade_workspaceId_settledById_fkey" FOREIGN KEY ("workspaceId", "settledById") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Mention" ADD CONSTRAINT "Mention_workspaceId_thanksById_fkey" FOREIGN KEY ("workspaceId", "thanksById") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PressPage" ADD CONSTRAINT "PressPage_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "PressPage" ADD CONSTRAINT "PressPage_workspaceId_siteId_fkey" FOREIGN KEY ("workspaceId", "siteId") REFERENCES "Site"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "PressPage" ADD CONSTRAINT "PressPage_workspaceId_openedById_fkey" FOREIGN KEY ("workspaceId", "openedById") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PromiseMade" ADD CONSTRAINT "PromiseMade_state_known" CHECK ("state" IN ('open', 'kept', 'released'));
ALTER TABLE "PromiseMade" ADD CONSTRAINT "PromiseMade_whose_known" CHECK ("whose" IN ('ours', 'theirs'));
ALTER TABLE "PromiseMade" ADD CONSTRAINT "PromiseMade_settled_by_somebody"
  CHECK (("state" = 'open') = ("settledAt" IS NULL) AND ("settledAt" IS NULL) = ("settledById" IS NULL));
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_thanksState_known" CHECK ("thanksState" IN ('none', 'thanked', 'let-be'));
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_thanked_by_somebody"
  CHECK (("thanksState" = 'none') = ("thanksAt" IS NULL) AND ("thanksAt" IS NULL) = ("thanksById" IS NULL));
ALTER TABLE "PressPage" ADD CONSTRAINT "PressPage_open_at_an_address"
  CHECK (("address" IS NULL) = ("openSince" IS NULL) AND ("address" IS NULL) = ("openedById" IS NULL));

-- Prisma does not know these; see prisma/beyond-prisma.ts. The first holds mentions nobody was thanked for, in the order in
-- which Today asks; the second one Site's press, in the order of its public page.
CREATE INDEX "Mention_to_thank" ON "Mention" ("workspaceId", "outcomeAt", "id")
  WHERE "deletedAt" IS NULL AND "thanksState" = 'none';
CREATE INDEX "Mention_press_of_site" ON "Mention"
  ("workspaceId", "siteId", COALESCE("publishedOn"::timestamp AT TIME ZONE 'UTC', "createdAt") DESC, "id" DESC)
  WHERE "deletedAt" IS NULL AND "offPressAt" IS NULL;
