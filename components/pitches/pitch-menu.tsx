import { ActionForm } from '#components/ui/action-form.tsx'
import { ActionMenu } from '#components/ui/action-menu.tsx'
import { closePitchAction } from '#lib/features/pitches/pitch-actions.ts'
import { moveToTrashAction } from '#lib/features/trash/trash-actions.ts'

type PitchMenuProps = {
  workspace: string
  pitch: { id: string; state: string; contact: { name: string }; prospect: { id: string } }
  mayWrite: boolean
}

/** What is done with a pitch now and then: older versions, putting it away, the trash. */
export function PitchMenu({ workspace, pitch, mayWrite }: PitchMenuProps) {
  const isUnsent = pitch.state === 'draft' || pitch.state === 'in-review' || pitch.state === 'ready'
  const isOpen = pitch.state === 'sent' || pitch.state === 'answered'
  const plan = {
    label: 'Note what you agreed on',
    href: `/w/${workspace}/contributions/new?prospect=${pitch.prospect.id}&pitch=${pitch.id}`,
  }
  const versions = { label: 'Versions', href: `/w/${workspace}/pitches/${pitch.id}/revisions` }
  if (!mayWrite)
    return <ActionMenu label={`More about the pitch to ${pitch.contact.name}`} items={[versions]} />
  return (
    <>
      <ActionForm
        id="put-away"
        action={closePitchAction}
        hidden={{ workspace, pitchId: pitch.id, reason: 'withdrawn' }}
        label="Put it away"
      />
      <ActionForm
        id="trash-pitch"
        action={moveToTrashAction}
        hidden={{ workspace, kind: 'pitch', itemId: pitch.id }}
        label="Move to the trash"
      />
      <ActionMenu
        label={`More about the pitch to ${pitch.contact.name}`}
        items={[
          versions,
          ...(isUnsent ? [] : [plan]),
          ...(isUnsent ? [{ label: 'Put it away', form: 'put-away' }] : []),
          ...(isOpen ? [] : [{ label: 'Move to the trash', form: 'trash-pitch', tone: 'danger' as const }]),
        ]}
      />
    </>
  )
}
