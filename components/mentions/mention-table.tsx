import { RelativeTime } from '#components/ui/relative-time.tsx'
import { RowLink, Table, Td, Th, Tr } from '#components/ui/table.tsx'
import { MENTION_PROVENANCE_TABLE, type MentionProvenance } from '#lib/domain/mention-provenance.ts'
import type { listMentions } from '#lib/features/mentions/mention-queries.ts'
import { MentionOutcomeBadge } from './outcome-badge.tsx'
import { pageName } from './page-name.ts'

type MentionTableProps = {
  mentions: Awaited<ReturnType<typeof listMentions>>['mentions']
  base: string
  showSite: boolean
  now: Date
  timeZone: string
}

/** Pages, and what was seen on each. */
export function MentionTable({ mentions, base, showSite, now, timeZone }: MentionTableProps) {
  return (
    <Table
      caption="Mentions, newest first"
      head={
        <>
          <Th>Page</Th>
          <Th>Outcome</Th>
          {showSite ? <Th>Site</Th> : null}
          <Th>Came about</Th>
          <Th>Last look</Th>
        </>
      }
    >
      {mentions.map((mention) => {
        const { host, path } = pageName(mention.url)
        return (
          <Tr key={mention.id}>
            <Td>
              <RowLink href={`${base}/${mention.id}`}>
                <bdi className="wrap-anywhere">{host}</bdi>
              </RowLink>
              {path ? (
                <span className="line-clamp-2 text-sm text-ink-soft wrap-anywhere">
                  <bdi>{path}</bdi>
                </span>
              ) : null}
            </Td>
            <Td label="Outcome">
              <MentionOutcomeBadge outcome={mention.outcome} provenance={mention.provenance} />
            </Td>
            {showSite ? (
              <Td label="Site">
                <bdi>{mention.site.name}</bdi>
              </Td>
            ) : null}
            <Td label="Came about">
              {MENTION_PROVENANCE_TABLE[mention.provenance as MentionProvenance].label}
            </Td>
            <Td label="Last look">{lastLook(mention, now, timeZone)}</Td>
          </Tr>
        )
      })}
    </Table>
  )
}

function lastLook(mention: { lookState: string; lastLookAt: Date | null }, now: Date, timeZone: string) {
  if (mention.lookState !== 'idle') return <span className="text-ink-soft">On its way</span>
  if (mention.lastLookAt === null) return <span className="text-ink-soft">Not yet</span>
  return <RelativeTime then={mention.lastLookAt} now={now} timeZone={timeZone} />
}
