import { ActionForm } from '#components/ui/action-form.tsx'
import { SelectField } from '#components/ui/choice-fields.tsx'
import { Link } from '#components/ui/link.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { chooseSiteAction } from '#lib/features/requests/request-actions.ts'
import type { RequestSeen } from '#lib/features/requests/request-queries.ts'

type SiteOfAnswerProps = {
  workspace: string
  request: RequestSeen
  sites: readonly { id: string; name: string }[]
  mayWrite: boolean
}

/** Whose answer it is. */
export function SiteOfAnswer({ workspace, request, sites, mayWrite }: SiteOfAnswerProps) {
  const { site } = request
  if (!mayWrite || request.state !== 'open') {
    return site ? (
      <p>
        <Link href={`/w/${workspace}/sites/${site.id}/facts`} className="ink-link">
          <bdi>{site.name}</bdi>
        </Link>
      </p>
    ) : null
  }
  return (
    <ActionForm
      action={chooseSiteAction}
      hidden={{ workspace, requestId: request.id }}
      id="site"
      label="Whose answer it is"
      className="gap-3!"
    >
      <SelectField
        name="siteId"
        label="Whose answer it is"
        required
        emptyLabel="Choose one"
        choices={sites.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={site?.id}
      />
      <div>
        <SubmitButton tone="secondary" pendingLabel="Saving">
          Save
        </SubmitButton>
      </div>
    </ActionForm>
  )
}
