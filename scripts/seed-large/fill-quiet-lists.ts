import type pg from 'pg'
import { fillWith, numbered } from './fill-with.ts'

/**
 * Rows of the lists that a seeded workspace has nothing on: imports, checks of many mentions, new posts, likely duplicates,
 * merges, stops, what was put off and the trash. As many as years of work leave behind, in proportion to `scale`.
 */
export async function fillQuietLists(
  client: pg.ClientBase,
  { workspaceId, today, scale }: { workspaceId: string; today: Date; scale: number },
) {
  const many = (whole: number) => Math.max(1, Math.round(whole * scale))
  for (const sql of [
    `INSERT INTO "ImportBatch" ("id", "workspaceId", "fileName", "kind", "state", "byId", "createdAt")
     SELECT :id(i), :w, 'file ' || i || '.csv', 'rows', 'previewed', :m, :t - i * interval '1 hour' FROM generate_series(1, ${many(2_000)}) i`,
    `INSERT INTO "ImportRow" ("workspaceId", "batchId", "number", "line", "kind", "record", "plan", "differs")
     SELECT :w, :id(1), i, i::text, (ARRAY['new', 'changed', 'same', 'refused'])[1 + i % 4], '{}', '{}', i % 10 = 0
       FROM generate_series(1, ${many(100_000)}) i`,
    `INSERT INTO "CheckRun" ("id", "workspaceId", "askedById", "words", "total", "state", "at", "endedAt")
     SELECT :id(i), :w, :m, 'Everything', ${many(40_000)}, 'finished', :t - i * interval '1 day', :t - i * interval '1 day'
       FROM generate_series(1, ${many(1_000)}) i`,
    `INSERT INTO "CheckRunItem" ("workspaceId", "runId", "mentionId", "state")
     SELECT :w, :id(run), m."id", 'done' FROM ${numbered('Mention', many(40_000))} m, generate_series(1, 2) run`,
    `UPDATE "Prospect" SET "followedAt" = :t WHERE "workspaceId" = :w AND "id" IN (SELECT "id" FROM ${numbered('Prospect', many(5_000))} p)`,
    `INSERT INTO "Feed" ("id", "workspaceId", "prospectId", "url", "urlKey", "kind", "state", "createdAt")
     SELECT :id(i), :w, p."id", 'https://f.example/' || i, 'f.example/' || i, 'rss', 'idle', :t FROM ${numbered('Prospect', many(5_000))} p`,
    `INSERT INTO "FeedPost" ("id", "workspaceId", "feedId", "prospectId", "guidKey", "url", "title", "publishedAt", "seenAt", "listedAt")
     SELECT :id(i), :w, f."id", f."prospectId", i::text, 'https://f.example/post/' || i, 'Post ' || i, x.at, x.at, x.at
       FROM generate_series(1, ${many(100_000)}) i CROSS JOIN LATERAL (SELECT :t - i * interval '5 minutes' AS at) x
       JOIN "Feed" f ON f."id" = :id(1 + i % ${many(5_000)})`,
    `INSERT INTO "PostMark" ("workspaceId", "postId", "memberId", "at")
     SELECT :w, "id", :m, :t FROM "FeedPost" WHERE "workspaceId" = :w AND "listedAt" > :t - interval '30 days' AND right("guidKey", 1) > '2'`,
    `INSERT INTO "DuplicatePair" ("workspaceId", "kind", "oneId", "otherId", "reasons", "weight", "foundAt")
     SELECT :w, 'prospect', a."id", b."id", '[]', a.i % 90, :t FROM ${numbered('Prospect', many(20_001))} a
       JOIN ${numbered('Prospect', many(20_001))} b ON b.i = a.i + 1`,
    `INSERT INTO "Merge" ("id", "workspaceId", "kind", "keptId", "goneId", "keptName", "goneName", "before", "at", "byId")
     SELECT :id(i), :w, 'prospect', 'a' || i, 'b' || i, 'A ' || i, 'B ' || i, '{}', :t - i * interval '1 hour', :m
       FROM generate_series(1, ${many(10_000)}) i`,
    `INSERT INTO "Suppression" ("id", "workspaceId", "addressHash", "reason", "at", "byId", "liftedAt")
     SELECT :id(i), :w, md5(i::text), 'ours', :t - i * interval '1 hour', :m, CASE WHEN i % 20 = 0 THEN :t END
       FROM generate_series(1, ${many(30_000)}) i`,
    `INSERT INTO "TrashEntry" ("id", "workspaceId", "kind", "itemId", "label", "at", "byId", "purgeAt")
     SELECT :id(i), :w, 'prospect', 'x' || i, 'Gone ' || i, :t - i * interval '1 minute', :m, :t + interval '20 days'
       FROM generate_series(1, ${many(20_000)}) i`,
    `INSERT INTO "PutOff" ("workspaceId", "memberId", "kind", "itemId", "mark", "until", "how", "at")
     SELECT :w, :m, 'follow-up', f."id", f."dueOn"::text, (:t + interval '9 days')::date, 'later', :t
       FROM (SELECT "id", "dueOn" FROM "FollowUp" WHERE "workspaceId" = :w AND "state" = 'due' ORDER BY "dueOn", "id" LIMIT 80) f`,
  ])
    await fillWith(client, { workspaceId, today }, sql)
}
