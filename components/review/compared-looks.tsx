import type { ReactNode } from 'react'
import { lookFace } from '#components/mentions/outcome-badge.tsx'
import { Words } from '#components/mentions/page-words.tsx'
import { ToneBadge } from '#components/ui/badge.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { Table, Td, Th, Tr } from '#components/ui/table.tsx'
import { type ComparedRow, compareLooks } from '#lib/domain/link-check/compare-looks.ts'
import type { SeenLook } from '#lib/features/mentions/mention-standing.ts'
import { ChangedMark } from './changed-mark.tsx'

/** Longer pieces stand whole on the mention's own page. */
const SHOWN_CHARACTERS = 900

type ComparedLooksProps = { before: SeenLook | null; now: SeenLook; at: Date; timeZone: string }

/** The evidence of two looks side by side, each difference marked by a word. */
export function ComparedLooks({ before, now, at, timeZone }: ComparedLooksProps) {
  const when = (look: SeenLook) => <LookedAt look={look} now={at} timeZone={timeZone} />
  return (
    <Table
      caption={before ? 'The last look that said something else, and the newest' : 'The newest look'}
      head={
        <>
          <Th>What was seen</Th>
          {before ? <Th>Before</Th> : null}
          <Th>Now</Th>
        </>
      }
    >
      <Tr>
        <Td>
          <Term isDifferent={before !== null && before.verdict !== now.verdict}>Verdict</Term>
        </Td>
        {before ? (
          <Td label="Before">
            <VerdictBadge look={before} />
          </Td>
        ) : null}
        <Td label="Now">
          <VerdictBadge look={now} />
        </Td>
      </Tr>
      <Tr>
        <Td>
          <Term isDifferent={false}>Looked</Term>
        </Td>
        {before ? <Td label="Before">{when(before)}</Td> : null}
        <Td label="Now">{when(now)}</Td>
      </Tr>
      {compareLooks(before, now).map((row) => (
        <Tr key={row.term}>
          <Td>
            <Term isDifferent={row.isDifferent}>{row.term}</Term>
          </Td>
          {before ? (
            <Td label="Before">
              <Seen row={row} text={row.before} />
            </Td>
          ) : null}
          <Td label="Now">
            <Seen row={row} text={row.now} />
          </Td>
        </Tr>
      ))}
    </Table>
  )
}

function VerdictBadge({ look }: { look: SeenLook }) {
  const { tone, icon, word } = lookFace(look.verdict)
  return (
    <ToneBadge tone={tone} icon={icon}>
      {word}
    </ToneBadge>
  )
}

function Term({ isDifferent, children }: { isDifferent: boolean; children: string }) {
  return (
    <span className="flex flex-wrap items-center gap-2 md:w-44">
      <span className="font-semibold">{children}</span>
      {isDifferent ? <ChangedMark /> : null}
    </span>
  )
}

function Seen({ row, text }: { row: ComparedRow; text: string }): ReactNode {
  if (text === '') return <span className="text-ink-soft">Nothing</span>
  const shown = text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text
  if (!row.isCode) return <Words>{shown}</Words>
  return (
    <code dir="ltr" className="block text-sm whitespace-pre-wrap wrap-anywhere">
      {shown}
    </code>
  )
}

function LookedAt({ look, now, timeZone }: { look: SeenLook; now: Date; timeZone: string }) {
  const { at, kind, requestedBy, number } = look
  return (
    <>
      <RelativeTime then={at} now={now} timeZone={timeZone} />
      <span className="block text-sm text-ink-soft">
        Look {number}
        {kind === 'person' ? ', by a person' : null}
        {kind === 'saved-copy' ? ', from the saved copy' : null}
        {kind === 'show-notes' ? ', from the show notes in their feed' : null}
        {kind === 'person' && requestedBy ? (
          <>
            : <bdi>{requestedBy.name}</bdi>
          </>
        ) : null}
      </span>
    </>
  )
}
