import { Panel } from '#components/ui/panel.tsx'
import { listRemarks } from '#lib/features/pitches/remark-queries.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { openRemarkWords } from './open-remark-words.ts'
import { RemarkList } from './remark-list.tsx'

/** What was ever said about a letter, beside its versions: there it can be read after the letter has gone. */
export async function SaidAbout({ scope, pitchId }: { scope: WorkspaceScope; pitchId: string }) {
  const remarks = await listRemarks(scope, pitchId)
  if (remarks.length === 0) return null
  return (
    <div className="mt-6">
      <Panel title="Remarks" lead={openRemarkWords(remarks) ?? 'All settled.'}>
        <RemarkList scope={scope} remarks={remarks} words="elsewhere" />
      </Panel>
    </div>
  )
}
