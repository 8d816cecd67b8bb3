-- Lists that grow slowly, and for years: each in the order it is shown in.

-- Who is not written to: those who are stopped before those whose stop was lifted, the newest first.
CREATE INDEX "Suppression_list" ON "Suppression" ("workspaceId", ("liftedAt" IS NULL), "at", "id") WHERE NOT "withPerson";

CREATE INDEX "Merge_workspaceId_at_id_idx" ON "Merge"("workspaceId", "at", "id");
