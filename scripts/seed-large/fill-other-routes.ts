import type pg from 'pg'
import { fillWith, numbered } from './fill-with.ts'

/**
 * Samples, requests, work with outlets, insights, promises, facts and a press page, as many as years of work leave behind, in
 * proportion to `scale`: one in fifty of them is still to be done.
 */
export async function fillOtherRoutes(
  client: pg.ClientBase,
  { workspaceId, today, scale }: { workspaceId: string; today: Date; scale: number },
) {
  const many = (whole: number) => Math.max(1, Math.round(whole * scale))
  const [outlets, people, pages] = [many(20_000), many(20_000), many(10_000)]
  /** Each number from 1 with an outlet, a person and when it was. */
  const rows = (whole: number, apart: string) =>
    `generate_series(1, ${many(whole)}) i JOIN (SELECT o."id", o.i AS n FROM ${numbered('Prospect', outlets)} o) p ON p.n = 1 + i % ${outlets}
       JOIN (SELECT o."id", o.i AS n FROM ${numbered('Contact', people)} o) c ON c.n = 1 + i % ${people} CROSS JOIN LATERAL (SELECT :t - i * interval '${apart}' AS at) x`
  const site = `(SELECT "id" FROM "Site" WHERE "workspaceId" = :w ORDER BY "createdAt", "id" LIMIT 1)`
  for (const sql of [
    `INSERT INTO "SampleItem" ("id", "workspaceId", "siteId", "name", "costMinor", "currency", "stock", "createdAt", "updatedAt")
     SELECT :id('item' || i), :w, ${site}, 'Bag number ' || i, 3800, 'EUR', 40, :t, :t FROM generate_series(1, 200) i`,
    `INSERT INTO "Sample" ("id", "workspaceId", "itemId", "prospectId", "contactId", "state", "words", "counted", "offeredAt",
       "acceptedAt", "sentAt", "arrivedAt", "endedAt", "costMinor", "currency", "offeredById", "updatedAt")
     SELECT :id('sample' || i), :w, :id('item' || 1 + i % 200), p."id", c."id", s, 'It is yours to keep either way.',
       s IN ('sent', 'arrived', 'nothing-came', 'mention-came'), x.at, x.at,
       CASE WHEN s IN ('sent', 'arrived', 'nothing-came', 'mention-came') THEN x.at END,
       CASE WHEN s IN ('arrived', 'nothing-came', 'mention-came') THEN x.at END,
       CASE WHEN s IN ('declined', 'nothing-came', 'mention-came') THEN x.at END, 3800, 'EUR', :m, x.at
     FROM ${rows(20_000, '1 hour')} CROSS JOIN LATERAL (SELECT CASE WHEN i % 50 = 0
       THEN (ARRAY['offered', 'accepted', 'sent', 'arrived'])[1 + i / 50 % 4]
       ELSE (ARRAY['declined', 'nothing-came', 'mention-came'])[1 + i % 3] END AS s) s`,
    `INSERT INTO "RequestDigest" ("id", "workspaceId", "textHash", "text", "subject", "sentAt", "takenById", "createdAt", "keptAt")
     SELECT :id('digest' || i), :w, md5('digest' || i), repeat('What they ask for. ', 200), 'Queries of day ' || i, x.at, :m, x.at, x.at
       FROM generate_series(1, ${many(5_000)}) i CROSS JOIN LATERAL (SELECT :t - i * interval '5 hours' AS at) x`,
    `INSERT INTO "Request" ("id", "workspaceId", "digestId", "textHash", "liveTextKey", "text", "outlet", "journalist", "topic",
       "question", "deadlineAt", "deadlineZone", "siteId", "prospectId", "contactId", "state", "body", "sentAt", "sentVia", "sentById",
       "closedAt", "closedReason", "searchText", "createdAt", "updatedAt")
     SELECT :id('request' || i), :w, :id('digest' || 1 + i % ${many(5_000)}), md5('request' || i), md5('request' || i),
       repeat('Which bags would you buy again? ', 20), 'The Post ' || i % 900, 'Noor ' || i, 'Bags that last, part ' || i,
       'Which bags would you buy again?', x.at + interval '3 days', 'Europe/London', ${site}, p."id", c."id", s, 'The one with toggles.',
       CASE WHEN s <> 'open' THEN x.at END, CASE WHEN s <> 'open' THEN 'copy' END, CASE WHEN s <> 'open' THEN :m END,
       CASE WHEN s = 'closed' THEN x.at END, CASE WHEN s = 'closed' THEN 'not-used' END,
       'the post ' || i % 900 || ' noor ' || i || ' bags that last, part ' || i, x.at, x.at
     FROM ${rows(50_000, '30 minutes')} CROSS JOIN LATERAL (SELECT CASE WHEN i % 50 = 0 THEN 'answered'
       WHEN i < 400 OR i % 500 = 1 THEN 'open' ELSE 'closed' END AS s) s`,
    `INSERT INTO "SiteFact" ("id", "workspaceId", "siteId", "kind", "title", "text", "createdAt", "updatedAt")
     SELECT :id('fact' || i), :w, ${site}, 'product', 'Fact ' || i, 'It weighs ' || i || ' grams.', :t, :t FROM generate_series(1, 300) i`,
    `INSERT INTO "Contribution" ("id", "workspaceId", "kind", "state", "title", "prospectId", "contactId", "siteId", "ownerId", "dueOn",
       "recordingAt", "recordingZone", "airsOn", "publishedOn", "publishedUrl", "nextOn", "text", "createdAt", "updatedAt")
     SELECT :id('work' || i), :w, (ARRAY['podcast', 'interview', 'roundup', 'guest-post', 'directory'])[1 + i % 5], s, 'The repair, part ' || i,
       p."id", c."id", ${site}, :m, d, CASE WHEN i % 5 = 0 THEN d END, CASE WHEN i % 5 = 0 THEN 'Europe/London' END, d + 20,
       CASE WHEN s = 'published' THEN d + 20 END, CASE WHEN s = 'published' THEN 'https://quiet-trail.example/' || i END,
       CASE WHEN s IN ('planned', 'agreed') THEN d WHEN s = 'handed-in' THEN d + 20 ELSE '2199-12-31' END, 'What we gave.', x.at, x.at
     FROM ${rows(5_000, '5 hours')} CROSS JOIN LATERAL (SELECT (x.at + interval '40 days')::date AS d, CASE WHEN i % 50 = 0
       THEN (ARRAY['planned', 'agreed', 'handed-in'])[1 + i / 50 % 3] WHEN i % 4 = 0 THEN 'not-used' ELSE 'published' END AS s) s`,
    `INSERT INTO "Insight" ("id", "workspaceId", "siteId", "title", "url", "urlKey", "liveUrlKey", "whatsNew", "recordedById", "createdAt", "updatedAt")
     SELECT :id('insight' || i), :w, ${site}, 'What breaks first, year ' || i, 'https://fernway.example/' || i, 'fernway.example/' || i,
       'fernway.example/' || i, 'We counted.', :m, :t - i * interval '9 days', :t FROM generate_series(1, ${many(1_000)}) i`,
    `INSERT INTO "InsightMention" ("id", "workspaceId", "insightId", "mentionId", "state", "how", "at")
     SELECT :id('cites' || m.i), :w, :id('insight' || 1 + m.i % ${many(1_000)}), m."id", 'cites', 'link', :t - m.i * interval '1 hour'
       FROM ${numbered('Mention', pages)} m`,
    `INSERT INTO "PromiseMade" ("id", "workspaceId", "prospectId", "contactId", "whose", "words", "dueOn", "madeAt", "madeById", "state", "settledAt", "settledById")
     SELECT :id('promise' || i), :w, p."id", c."id", (ARRAY['ours', 'theirs'])[1 + i % 2], 'Send the sizes of bag ' || i, (x.at + interval '9 days')::date, x.at, :m,
       s, CASE WHEN s <> 'open' THEN x.at END, CASE WHEN s <> 'open' THEN :m END
     FROM ${rows(20_000, '1 hour')} CROSS JOIN LATERAL (SELECT CASE WHEN i % 51 = 0 THEN 'open' WHEN i % 9 = 0 THEN 'released' ELSE 'kept' END AS s) s`,
    `INSERT INTO "PressPage" ("id", "workspaceId", "siteId", "address", "openSince", "openedById", "updatedAt")
     SELECT :id('press'), :w, ${site}, 'press-' || left(:id('press'), 13), :t, :m, :t`,
  ])
    await fillWith(client, { workspaceId, today }, sql)
}
