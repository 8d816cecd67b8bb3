import { lookFace } from '#components/mentions/outcome-badge.tsx'
import { pageName } from '#components/mentions/page-name.ts'
import { ToneBadge } from '#components/ui/badge.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { RowLink, Table, Td, Th, Tr } from '#components/ui/table.tsx'
import type { listCheckRunResults } from '#lib/features/mentions/check-run-queries.ts'

type CheckResultTableProps = {
  results: Awaited<ReturnType<typeof listCheckRunResults>>['results']
  /** Where mentions are: "/w/fernway/mentions". */
  mentions: string
  now: Date
  timeZone: string
}

/** What each look of a check saw. */
export function CheckResultTable({ results, mentions, now, timeZone }: CheckResultTableProps) {
  return (
    <Table
      still
      caption="What was seen, changes first"
      head={
        <>
          <Th>Page</Th>
          <Th>What was seen</Th>
          <Th>What changed</Th>
          <Th>When</Th>
        </>
      }
    >
      {results.map((result) => {
        const { host, path } = pageName(result.url)
        const { tone, icon, word } = lookFace(result.verdict, result.provenance)
        return (
          <Tr key={result.lookId} quiet={result.isInTrash}>
            <Td>
              {result.isInTrash ? (
                <>
                  <bdi className="wrap-anywhere">{host}</bdi> (in the trash)
                </>
              ) : (
                <RowLink href={`${mentions}/${result.mentionId}`}>
                  <bdi className="inline-block wrap-anywhere sm:min-w-52">{host}</bdi>
                </RowLink>
              )}
              {path ? (
                <span className="line-clamp-2 text-sm text-ink-soft wrap-anywhere">
                  <bdi>{path}</bdi>
                </span>
              ) : null}
            </Td>
            <Td label="What was seen">
              <ToneBadge tone={tone} icon={icon}>
                {word}
              </ToneBadge>
              <span className="mt-1 block max-w-measure text-sm text-ink-soft wrap-anywhere">
                <bdi>{result.sentence}</bdi>
              </span>
            </Td>
            <Td label="What changed">
              {result.changes.length > 0 ? (
                <ul>
                  {result.changes.map(({ kind, words }) => (
                    <li key={`${kind} ${words}`} className="wrap-anywhere">
                      <bdi>{words}</bdi>
                    </li>
                  ))}
                </ul>
              ) : (
                <span className="text-ink-soft">Nothing</span>
              )}
            </Td>
            <Td label="When">
              <RelativeTime then={result.at} now={now} timeZone={timeZone} />
            </Td>
          </Tr>
        )
      })}
    </Table>
  )
}
