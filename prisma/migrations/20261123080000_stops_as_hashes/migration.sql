-- DropIndex
DROP INDEX "Suppression_workspaceId_addressKey_idx";

-- DropIndex
DROP INDEX "Suppression_workspaceId_domain_idx";

-- AlterTable
ALTER TABLE "Suppression" ADD COLUMN     "addressHash" TEXT,
ADD COLUMN     "domainHash" TEXT,
ADD COLUMN     "withPerson" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "Suppression_workspaceId_addressHash_idx" ON "Suppression"("workspaceId", "addressHash");

-- CreateIndex
CREATE INDEX "Suppression_workspaceId_domainHash_idx" ON "Suppression"("workspaceId", "domainHash");

-- Until now an address with a person was always one that went with their stop.
UPDATE "Suppression" SET "withPerson" = true WHERE "contactId" IS NOT NULL AND "addressKey" IS NOT NULL;

-- What only SQL can say: see prisma/beyond-prisma.ts. Rows from before still carry addresses until the step after
-- migrating has hashed them (lib/server/postgres/hash-bare-stops.ts); no new one ever does.
ALTER TABLE "Suppression" ADD CONSTRAINT "Suppression_never_bare" CHECK ("addressKey" IS NULL AND "domain" IS NULL) NOT VALID;
ALTER TABLE "Suppression" ADD CONSTRAINT "Suppression_one_hash" CHECK ("addressHash" IS NULL OR "domainHash" IS NULL);
