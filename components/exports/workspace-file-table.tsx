import { Download } from 'lucide'
import { Icon } from '#components/ui/icon.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { Table, Td, Th, Tr } from '#components/ui/table.tsx'
import { fileSize } from '#lib/domain/file-size.ts'
import type { WorkspaceExportRow } from '#lib/features/exports/workspace-export-queries.ts'

type Props = { files: WorkspaceExportRow[]; workspace: string; now: Date; timeZone: string }

/** Files of the whole workspace that are done, the newest first. */
export function WorkspaceFileTable({ files, workspace, now, timeZone }: Props) {
  return (
    <Table
      caption="Files of this workspace"
      head={
        <>
          <Th>File</Th>
          <Th>Asked for</Th>
          <Th>By</Th>
          <Th numeric>Size</Th>
          <Th>Removed</Th>
        </>
      }
    >
      {files.map((file) => (
        <Tr key={file.id}>
          <Td>
            <FileName file={file} workspace={workspace} now={now} />
          </Td>
          <Td label="Asked for">
            <RelativeTime then={file.at} now={now} timeZone={timeZone} />
          </Td>
          <Td label="By">{file.by.name}</Td>
          <Td label="Size" numeric>
            {file.blob ? fileSize(file.blob.size) : ''}
          </Td>
          <Td label="Removed">
            {file.blob?.keptUntil ? (
              <RelativeTime then={file.blob.keptUntil} now={now} timeZone={timeZone} />
            ) : (
              'already'
            )}
          </Td>
        </Tr>
      ))}
    </Table>
  )
}

type FileProps = { file: WorkspaceExportRow; workspace: string; now: Date }

function FileName({ file, workspace, now }: FileProps) {
  const { id, fileName, state, failure, blob, kind } = file
  if (state === 'failed') return <span className="text-careful">{failure ?? 'It could not be written.'}</span>
  const isHere = blob?.keptUntil && blob.keptUntil > now
  return (
    <span className="flex flex-col gap-1">
      {isHere ? (
        // A plain link: it is a file, and no page to be fetched beforehand.
        <a
          href={`/w/${workspace}/settings/export/${id}`}
          className="ink-link flex items-center gap-2"
          download
        >
          <Icon of={Download} className="size-4 shrink-0" />
          {fileName}
        </a>
      ) : (
        fileName
      )}
      {kind === 'workspace-with-pages' ? (
        <span className="text-sm text-ink-soft">With pages as they came</span>
      ) : null}
    </span>
  )
}
