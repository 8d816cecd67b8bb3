import type { Metadata } from 'next'
import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextAreaField, TextField } from '#components/ui/text-fields.tsx'
import { found, pageId } from '#lib/features/page-params.ts'
import { changeRequestAction } from '#lib/features/requests/request-actions.ts'
import { getRequest } from '#lib/features/requests/request-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Change a request' }

type Props = { params: Promise<{ workspace: string; requestId: string }> }

export default async function EditRequestPage({ params }: Props) {
  const { workspace, requestId } = await params
  const scope = await requireWorkspace(workspace, 'requests.write')
  const request = await found(getRequest(scope, pageId(requestId)))
  const home = `/w/${workspace}/requests`
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Requests', href: home },
          { label: request.topic, href: `${home}/${request.id}` },
        ]}
        title="Put it right"
        lead="What was read stands in the fields, the text it came from beside them. The text itself stays as it is."
      />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <ActionForm
          action={changeRequestAction}
          hidden={{ workspace, requestId: request.id }}
          id="change-request"
          label="Put it right"
        >
          <TextField name="topic" label="About" required defaultValue={request.topic} maxLength={300} />
          <TextField name="outlet" label="Outlet" defaultValue={request.outlet} maxLength={300} />
          <TextField name="journalist" label="Who asks" defaultValue={request.journalist} maxLength={300} />
          <TextField
            name="replyTo"
            label="Answer goes to"
            defaultValue={request.replyTo}
            maxLength={500}
            hint="A mail address, the address of a form, or a handle."
          />
          <TextField
            name="deadlineWords"
            label="Deadline"
            defaultValue={request.deadlineWords}
            maxLength={300}
            hint="As they say it, or like 2026-05-12 19:00 Europe/London. How it was read stands on the request."
          />
          <TextAreaField
            name="question"
            label="What they ask"
            rows={8}
            serif
            defaultValue={request.question}
          />
          <TextAreaField
            name="conditions"
            label="Conditions"
            rows={6}
            hint="One on a line, in their words."
            defaultValue={[
              ...new Set(request.conditions.map(({ words }) => words.replace(/\s+/g, ' '))),
            ].join('\n')}
          />
          <FormActions>
            <SubmitButton pendingLabel="Saving">Save</SubmitButton>
            <ButtonLink href={`${home}/${request.id}`} tone="quiet">
              Leave it
            </ButtonLink>
          </FormActions>
        </ActionForm>
        <Panel title="The text as it came">
          <pre
            dir="auto"
            className="max-h-[36rem] overflow-auto font-sans text-sm whitespace-pre-wrap wrap-anywhere"
          >
            {request.text}
          </pre>
        </Panel>
      </div>
    </>
  )
}
