import { ExactTime } from '#components/ui/exact-time.tsx'
import { Link } from '#components/ui/link.tsx'
import { Table, Td, Th, Tr } from '#components/ui/table.tsx'
import {
  AUDIT_ACTOR_WORDS,
  auditActionWords,
  auditDetailWords,
  auditObjectWords,
} from '#lib/domain/audit/audit-words.ts'
import type { AuditRow } from '#lib/features/audit/audit-queries.ts'

type Props = { home: string; rows: AuditRow[]; mayOpenMembers: boolean; timeZone: string }

/** Where something can be looked at. */
const PAGES: Readonly<Record<string, string>> = {
  member: 'settings/members',
  campaign: 'campaigns',
  site: 'sites',
  contact: 'contacts',
  pitch: 'pitches',
  sample: 'samples',
  request: 'requests',
  mention: 'mentions',
}

/** What is gone after this. */
const ENDS: ReadonlySet<string> = new Set([
  'person.erased',
  'member.removed',
  'member.left',
  'account.deleted',
])

export function AuditTable({ home, rows, mayOpenMembers, timeZone }: Props) {
  return (
    <Table
      still
      caption="What was done, newest first"
      head={
        <>
          <Th>When</Th>
          <Th>Who</Th>
          <Th>Did what</Th>
          <Th>To what</Th>
          <Th>Details</Th>
        </>
      }
    >
      {rows.map((row) => (
        <Tr key={row.id}>
          <Td>
            <span className="whitespace-nowrap tabular-nums">
              <ExactTime then={row.at} timeZone={timeZone} />
            </span>
          </Td>
          <Td label="Who">
            <bdi className="wrap-anywhere">{whoOf(row)}</bdi>
            {row.tokenName === null ? null : (
              <span className="block text-sm text-ink-soft">
                by the program <bdi className="wrap-anywhere">{row.tokenName}</bdi>
              </span>
            )}
          </Td>
          <Td label="Did what">{auditActionWords(row.action)}</Td>
          <Td label="To what" raised>
            <Thing {...{ home, row, mayOpenMembers }} />
          </Td>
          <Td label="Details">{auditDetailWords(row.details).join('; ') || '–'}</Td>
        </Tr>
      ))}
    </Table>
  )
}

function whoOf({ actorKind, actorName }: AuditRow): string {
  return actorKind === 'member' ? (actorName ?? 'Somebody who is gone') : AUDIT_ACTOR_WORDS[actorKind]
}

type ThingProps = { home: string; row: AuditRow; mayOpenMembers: boolean }

function Thing({ home, row: { action, objectKind, objectId, objectName }, mayOpenMembers }: ThingProps) {
  const words = objectName ?? auditObjectWords(objectKind)
  const page = PAGES[objectKind]
  const isThere = !ENDS.has(action) && (objectKind !== 'member' || mayOpenMembers)
  if (!page || !objectId || !isThere) return <bdi>{words}</bdi>
  return (
    <Link href={`${home}/${page}/${objectId}`} className="ink-link">
      <bdi className="wrap-anywhere">{words}</bdi>
    </Link>
  )
}
