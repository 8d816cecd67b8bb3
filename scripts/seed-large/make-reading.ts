import type { Prisma } from '#lib/generated/prisma/client.ts'
import type { TableRows } from './large-tables.ts'
import { gapOf, postOf, quoteOf, struckOf } from './letter-words.ts'
import { later, type Outlet } from './make-outlet.ts'
import type { Frame } from './open-workspace.ts'
import type { SeededChoice } from './seeded-choice.ts'

/** A post of theirs that somebody read. Its id, and when it was read. */
export function makeReading(chance: SeededChoice, frame: Frame, outlet: Outlet, rows: TableRows) {
  const { workspaceId, today } = frame
  const at = later(outlet.prospect.createdAt, chance.between(0, 12), today)
  const quote = quoteOf(chance)
  const url = `${outlet.prospect.homepage}posts/${chance.between(100, 9_999)}`
  const copyId = chance.uuid(at)
  const text = postOf(chance, outlet.topic, quote)
  rows.PageCopy.push({
    id: copyId,
    workspaceId,
    url,
    status: 'fetched',
    httpStatus: 200,
    finalUrl: url,
    title: `On ${outlet.topic.toLowerCase()}`,
    text,
    wholeText: text,
    requestedAt: at,
    fetchedAt: at,
    tries: 1,
    linkFacts: {
      out: chance.between(0, 24),
      followed: chance.between(0, 12),
      nofollow: chance.between(0, 6),
      sponsored: 0,
      ugc: 0,
    },
  } satisfies Prisma.PageCopyCreateManyInput)
  const noteId = chance.uuid(at)
  rows.ReadingNote.push({
    id: noteId,
    workspaceId,
    prospectId: outlet.prospect.id,
    pageCopyId: copyId,
    url,
    quote,
    struck: struckOf(chance),
    gap: gapOf(chance),
    authorId: chance.pick(frame.writers).id,
    createdAt: at,
    updatedAt: at,
  } satisfies Prisma.ReadingNoteCreateManyInput)
  return { noteId, at }
}
