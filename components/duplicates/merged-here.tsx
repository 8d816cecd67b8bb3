import { ActionForm } from '#components/ui/action-form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { MergeKind } from '#lib/domain/duplicates/merge-fields.ts'
import { partAgainAction } from '#lib/features/duplicates/duplicate-actions.ts'
import { listMergesInto } from '#lib/features/duplicates/merge-list-queries.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

type MergedHereProps = { scope: WorkspaceScope; kind: MergeKind; id: string; mayWrite: boolean }

/** What was merged into this one, each with the way back. Nothing where nothing was. */
export async function MergedHere({ scope, kind, id, mayWrite }: MergedHereProps) {
  const merges = await listMergesInto(scope, kind, id)
  if (merges.length === 0) return null
  return (
    <Notice tone="neutral" title={merges.length === 1 ? 'Two became one here' : 'Several became one here'}>
      <ul className="flex flex-col gap-3">
        {merges.map((merge) => (
          <li key={merge.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <span className="wrap-anywhere">
              <bdi className="font-semibold">{merge.goneName}</bdi> was merged into this{' '}
              <RelativeTime then={merge.at} now={scope.now} timeZone={scope.timeZone} /> by {merge.by.name}.
            </span>
            {mayWrite ? <PartForm workspace={scope.workspaceSlug} merge={merge} /> : null}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** Parts two again; what it came to is told in the list of merges. */
export function PartForm({
  workspace,
  merge,
}: {
  workspace: string
  merge: { id: string; goneName: string }
}) {
  return (
    <ActionForm
      action={partAgainAction}
      hidden={{ workspace, mergeId: merge.id }}
      label={`Part ${merge.goneName} again`}
    >
      <SubmitButton tone="secondary" pendingLabel="Parting">
        Part them again
      </SubmitButton>
    </ActionForm>
  )
}
