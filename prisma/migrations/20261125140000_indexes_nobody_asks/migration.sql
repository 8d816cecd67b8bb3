-- Own fields are found by the facets, people by their name's key: these two cost every write and were asked by nobody.

-- DropIndex
DROP INDEX "Contact_workspaceId_deletedAt_name_idx";

-- DropIndex
DROP INDEX "Prospect_custom_idx";
