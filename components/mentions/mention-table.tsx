import { RelativeTime } from '#components/ui/relative-time.tsx'
import { RowLink, Table, Td, Th, Tr } from '#components/ui/table.tsx'
import { MENTION_PROVENANCE_TABLE, type MentionProvenance } from '#lib/domain/mention-provenance.ts'
import type { listMentions } from '#lib/features/mentions/mention-list-queries.ts'
import { MentionOutcomeBadge } from './outcome-badge.tsx'
import { pageName } from './page-name.ts'
import { lookingAgainOn } from './since-words.tsx'
import { lastChangesOf } from './what-changed.tsx'

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
      still
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
              <RowLink href={`${base}/${mention.id}`}>{host}</RowLink>
              {path ? <div className="row-sub line-clamp-2">{path}</div> : null}
            </Td>
            <Td label="Outcome">
              <MentionOutcomeBadge outcome={mention.outcome} provenance={mention.provenance} />
              <OutcomeDetail mention={mention} timeZone={timeZone} />
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

type OutcomeDetailProps = {
  mention: { outcome: string; nextLookAt: Date | null; lastChanges: unknown }
  timeZone: string
}

/** The outcome's own badge says these, or a person has overruled them. */
const SAID_BY_THE_OUTCOME = ['page-gone', 'page-back', 'link-gone', 'link-back', 'name-gone', 'name-back']

/** When a missing link is looked for again; otherwise the weightiest thing that changed last. */
function OutcomeDetail({ mention, timeZone }: OutcomeDetailProps) {
  const again = lookingAgainOn(mention, timeZone)
  const words = again ? `on ${again}` : lastChangesOf(mention.lastChanges, SAID_BY_THE_OUTCOME)[0]
  return words ? <div className="row-sub mt-0.5 line-clamp-2">{words}</div> : null
}

function lastLook(mention: { lookState: string; lastLookAt: Date | null }, now: Date, timeZone: string) {
  if (mention.lookState !== 'idle') return <span className="text-ink-soft">On its way</span>
  if (mention.lastLookAt === null) return <span className="text-ink-soft">Not yet</span>
  return <RelativeTime then={mention.lastLookAt} now={now} timeZone={timeZone} />
}
