import { ActionForm } from '#components/ui/action-form.tsx'
import { ConfirmSubmit } from '#components/ui/confirm-submit.tsx'
import { Link } from '#components/ui/link.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { writtenNumber } from '#components/ui/written.ts'
import { undoImportAction } from '#lib/features/imports/import-actions.ts'
import type { ImportStanding } from '#lib/features/imports/import-queries.ts'
import { Warnings } from './import-preview.tsx'
import { counted, whatItDid } from './import-words.ts'

type ImportResultProps = { batch: ImportStanding; workspace: string; now: Date; timeZone: string }

/** What an import has done, with the way back; or what going back has left standing, and why. */
export function ImportResult(props: ImportResultProps) {
  const { batch, now, timeZone } = props
  if (batch.state === 'undone') return <Undone {...props} />
  return (
    <div className="mb-6 flex flex-col gap-6">
      <Notice tone="good" title={whatItDid(batch)}>
        Applied{' '}
        {batch.appliedAt ? <RelativeTime then={batch.appliedAt} now={now} timeZone={timeZone} /> : 'just now'}
        .
        {batch.counts.mentionsMade
          ? ' What the file says of links is only its word: Rapport looks at each page, a few an hour, and tells you.'
          : ''}
      </Notice>
      <Warnings warnings={batch.facts.warnings ?? []} />
      {batch.undoHindrance ? (
        <Notice tone="neutral" title={batch.undoHindrance.message}>
          {batch.undoHindrance.remedy}
        </Notice>
      ) : null}
    </div>
  )
}

/** The button that takes an import back. */
export function UndoImport({ workspace, batchId }: { workspace: string; batchId: string }) {
  return (
    <ActionForm action={undoImportAction} hidden={{ workspace, batchId }} label="Take this import back">
      <ConfirmSubmit
        title="Take this import back?"
        lead="What it brought goes, and what it changed goes back to how it was. What somebody has touched since stays, and is named."
        confirmLabel="Take it back"
        tone="secondary"
      >
        Take it back
      </ConfirmSubmit>
    </ActionForm>
  )
}

function Undone({ batch, workspace, now, timeZone }: ImportResultProps) {
  const kept = batch.facts.kept ?? []
  const more = (batch.counts.kept ?? 0) - kept.length
  return (
    <div className="mb-6 flex flex-col gap-6">
      <Notice tone="neutral" title={whatItDid(batch)}>
        Taken back{' '}
        {batch.undoneAt ? <RelativeTime then={batch.undoneAt} now={now} timeZone={timeZone} /> : 'just now'}.{' '}
        {counted(
          batch.counts.restored,
          'value went back to what it was',
          'values went back to what they were',
        )}
      </Notice>
      {kept.length > 0 ? (
        <Panel title="What stays, and why">
          <ul className="flex flex-col gap-2">
            {kept.map(({ noun, id, name, why }) => (
              <li key={`${noun}${id}${why}`} className="wrap-anywhere">
                <Link href={`/w/${workspace}/${PLACES[noun]}/${id}`} className="ink-link">
                  <bdi>{name || 'Without a name'}</bdi>
                </Link>{' '}
                <span className="text-ink-soft">{why}</span>
              </li>
            ))}
          </ul>
          {more > 0 ? <p className="mt-3 text-ink-soft">And {writtenNumber(more)} more.</p> : null}
        </Panel>
      ) : null}
    </div>
  )
}

const PLACES = { prospect: 'prospects', contact: 'contacts', mention: 'mentions' } as const
