-- Most outlets and people were never merged, come from no card and are looked after by nobody: an index of those that were need
-- not be written for each of the others. Whoever asks for one of these values is answered as before.
DROP INDEX "Prospect_workspaceId_mergedIntoId_idx";
CREATE INDEX "Prospect_merged" ON "Prospect" ("workspaceId", "mergedIntoId") WHERE "mergedIntoId" IS NOT NULL;
DROP INDEX "Prospect_workspaceId_ownerId_idx";
CREATE INDEX "Prospect_owned" ON "Prospect" ("workspaceId", "ownerId") WHERE "ownerId" IS NOT NULL;
DROP INDEX "Contact_workspaceId_mergedIntoId_idx";
CREATE INDEX "Contact_merged" ON "Contact" ("workspaceId", "mergedIntoId") WHERE "mergedIntoId" IS NOT NULL;
DROP INDEX "Contact_workspaceId_cardUid_idx";
CREATE INDEX "Contact_from_card" ON "Contact" ("workspaceId", "cardUid") WHERE "cardUid" IS NOT NULL;
