import { ToneBadge } from '#components/ui/badge.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { RowLink, Table, Td, Th, Tr } from '#components/ui/table.tsx'
import type { listImports } from '#lib/features/imports/import-queries.ts'
import { formatLabel, IMPORT_FACES, whatItDid } from './import-words.ts'

type ImportTableProps = {
  imports: Awaited<ReturnType<typeof listImports>>['imports']
  base: string
  now: Date
  timeZone: string
}

/** Files that were brought in, and what each did. */
export function ImportTable({ imports, base, now, timeZone }: ImportTableProps) {
  return (
    <Table
      caption="Files, newest first"
      head={
        <>
          <Th>File</Th>
          <Th>How it stands</Th>
          <Th>What it did</Th>
          <Th>Brought by</Th>
          <Th>When</Th>
        </>
      }
    >
      {imports.map((batch) => {
        const { tone, icon, word } = IMPORT_FACES[batch.state]
        return (
          <Tr key={batch.id} quiet={batch.state === 'dropped'}>
            <Td>
              <RowLink href={`${base}/${batch.id}`}>
                <bdi className="wrap-anywhere">{batch.fileName}</bdi>
              </RowLink>
              <span className="block text-sm text-ink-soft">{formatLabel(batch.format)}</span>
            </Td>
            <Td label="How it stands">
              <ToneBadge tone={tone} icon={icon}>
                {word}
              </ToneBadge>
            </Td>
            <Td label="What it did">{whatItDid(batch)}</Td>
            <Td label="Brought by">
              <bdi>{batch.by.name}</bdi>
            </Td>
            <Td label="When">
              <RelativeTime then={batch.createdAt} now={now} timeZone={timeZone} />
            </Td>
          </Tr>
        )
      })}
    </Table>
  )
}
