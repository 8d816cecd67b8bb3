import { Clipboard } from 'lucide'
import { Badge, ToneBadge } from '#components/ui/badge.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { RowLink, Table, Td, Th, Tr } from '#components/ui/table.tsx'
import { parseWebAddress } from '#lib/domain/web-address.ts'
import type { listReadingNotes } from '#lib/features/reading/reading-queries.ts'

type Note = Awaited<ReturnType<typeof listReadingNotes>>['notes'][number]

type ReadingTableProps = {
  workspace: string
  notes: Note[]
  now: Date
  timeZone: string
  /** Leave the prospect out on its own page. */
  withProspect?: boolean
}

/** Reading notes as rows: the post, whose it is, and how far the note has come. */
export function ReadingTable({ workspace, notes, now, timeZone, withProspect = true }: ReadingTableProps) {
  return (
    <Table
      still
      caption="Reading notes"
      head={
        <>
          <Th>Post</Th>
          {withProspect ? <Th>Prospect</Th> : null}
          <Th>Note</Th>
          <Th>Read</Th>
        </>
      }
    >
      {notes.map((note) => (
        <Tr key={note.id}>
          <Td>
            <RowLink href={`/w/${workspace}/reading/${note.id}`}>
              <span className="line-clamp-2" dir="auto">
                {postTitle(note)}
              </span>
            </RowLink>
            {note.pageCopy.title ? (
              <span className="line-clamp-1 text-sm break-all text-ink-soft">{readableUrl(note.url)}</span>
            ) : null}
          </Td>
          {withProspect ? (
            <Td label="Prospect">
              <span className="line-clamp-2" dir="auto">
                {note.prospect.name}
              </span>
            </Td>
          ) : null}
          <Td label="Note">
            <NoteState note={note} />
          </Td>
          <Td label="Read">
            <RelativeTime then={note.createdAt} now={now} timeZone={timeZone} />
            <span className="text-sm text-ink-soft"> by {note.author.name}</span>
          </Td>
        </Tr>
      ))}
    </Table>
  )
}

/** The title of a post, or its address while nobody knows the title. */
export function postTitle({ url, pageCopy }: { url: string; pageCopy: { title: string } }): string {
  return pageCopy.title || readableUrl(url)
}

export function readableUrl(url: string): string {
  const parsed = parseWebAddress(url)
  return parsed.ok ? parsed.readable : url
}

function NoteState({ note }: { note: Note }) {
  const { status } = note.pageCopy
  const written = [note.quote && 'quote', note.struck && 'thoughts', note.gap && 'gap']
    .filter(Boolean)
    .join(', ')
  return (
    <div className="flex flex-wrap items-center gap-2">
      {status === 'failed' ? <ToneBadge tone="unknown">Page not read</ToneBadge> : null}
      {status === 'waiting' || status === 'fetching' ? (
        <ToneBadge tone="unknown">Page on its way</ToneBadge>
      ) : null}
      {status === 'pasted' ? <Badge icon={Clipboard}>Pasted</Badge> : null}
      <span className={written ? undefined : 'text-ink-soft'}>
        {written ? `Has ${written}` : 'Nothing written yet'}
      </span>
    </div>
  )
}
