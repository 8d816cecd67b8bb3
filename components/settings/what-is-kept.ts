import { writtenNumber } from '#components/ui/written.ts'
import type { Retention } from '#lib/domain/retention.ts'
import { DELETION_UNDO_DAYS } from '#lib/domain/workspace-deletion.ts'
import { ANSWERS_KEPT_MS } from '#lib/features/api-tokens/clear-api-answers.ts'
import { FILE_KEPT_DAYS } from '#lib/features/exports/write-workspace-zip.ts'
import { POSTS_KEPT_DAYS } from '#lib/features/feeds/old-post-queries.ts'
import { IMPORT_KEPT_DAYS } from '#lib/features/imports/clear-imports.ts'
import { DIGEST_KEPT_DAYS } from '#lib/features/requests/request-schema.ts'
import { TRASH_DAYS } from '#lib/features/trash/trash-kinds.ts'

/** `change`: where an owner sets it; null: nobody can. */
export type Kept = { what: string; howLong: string; after: string; change: 'here' | 'privacy' | null }

const HOUR_MS = 3_600_000
const AS_LONG = 'As long as the workspace'

/** Everything that is kept, and how long. The numbers are those that the nightly jobs go by. */
export function whatIsKept(retention: Retention, rawPageDays: number): Kept[] {
  const { closedPitches, quietContacts, feedPosts, importFiles } = retention
  return [
    {
      what: 'Letters and messages of open pitches',
      howLong: AS_LONG,
      after: 'What was once sent is never changed.',
      change: null,
    },
    {
      what: 'Letters and messages of closed pitches',
      howLong: closedPitches === null ? AS_LONG : `${days(closedPitches)} after they closed`,
      after: 'Their words go. When it was sent and how it ended stay for the numbers.',
      change: 'privacy',
    },
    {
      what: 'People nobody ever wrote to',
      howLong: quietContacts === null ? AS_LONG : `${days(quietContacts)} without a change`,
      after: 'They go for good. A stop stays, as a hash.',
      change: 'privacy',
    },
    {
      what: 'What a look found on a page',
      howLong: AS_LONG,
      after: 'It is the evidence: each look stays, with its hash.',
      change: null,
    },
    {
      what: 'Pages as they came',
      howLong: rawPageDays === 0 ? 'Not kept' : days(rawPageDays),
      after: 'The page goes. What the look found on it stays.',
      change: 'here',
    },
    {
      what: 'Stops',
      howLong: 'For good',
      after: 'As hashes, from which no address can be read. An owner or a manager lifts one with a reason.',
      change: null,
    },
    {
      what: 'Posts on the reading list',
      howLong: feedPosts === null ? days(POSTS_KEPT_DAYS) : days(Math.min(feedPosts, POSTS_KEPT_DAYS)),
      after: `The text goes first, the title after ${days(POSTS_KEPT_DAYS)}. What you read or marked stays.`,
      change: 'privacy',
    },
    {
      what: 'Files of imports, with their rows',
      howLong: days(Math.min(IMPORT_KEPT_DAYS, importFiles ?? IMPORT_KEPT_DAYS)),
      after: 'So long an import can be taken back. What it brought stays.',
      change: null,
    },
    {
      what: 'Mails with requests of journalists',
      howLong: days(DIGEST_KEPT_DAYS),
      after: 'The mail goes. Requests that you took from it stay.',
      change: null,
    },
    {
      what: 'The trash',
      howLong: days(TRASH_DAYS),
      after:
        'Then it goes for good, but for what was once sent: that stays hidden, so that no rule forgets it.',
      change: null,
    },
    {
      what: 'Files of the whole workspace',
      howLong: days(FILE_KEPT_DAYS),
      after: 'The file goes. That it was written stays.',
      change: null,
    },
    {
      what: 'Answers to programs',
      howLong: `${ANSWERS_KEPT_MS / HOUR_MS} hours`,
      after: 'Kept only to say the same thing again to a program that asks twice.',
      change: null,
    },
    {
      what: 'The audit log',
      howLong: AS_LONG,
      after: 'Nobody can change it or take anything out of it. It names things, never anybody’s data.',
      change: null,
    },
    {
      what: 'A workspace somebody asked to delete',
      howLong: days(DELETION_UNDO_DAYS),
      after: 'Everything in it goes, this list and the log included.',
      change: null,
    },
  ]
}

function days(count: number): string {
  return `${writtenNumber(count)} ${count === 1 ? 'day' : 'days'}`
}
