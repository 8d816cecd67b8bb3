import { ActionForm } from '#components/ui/action-form.tsx'
import { SelectField } from '#components/ui/choice-fields.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-fields.tsx'
import type { offerOutlets } from '#lib/features/requests/outlet-commands.ts'
import { addOutletAction, tieOutletAction } from '#lib/features/requests/request-actions.ts'
import type { RequestSeen } from '#lib/features/requests/request-queries.ts'

type OutletPanelProps = {
  workspace: string
  request: RequestSeen
  offered: Awaited<ReturnType<typeof offerOutlets>> | null
}

/** Who asks, and whether they are an outlet of ours: that is only so when somebody says it. */
export function OutletPanel({ workspace, request, offered }: OutletPanelProps) {
  const { outlet, journalist, replyTo, prospect, contact } = request
  return (
    <Panel title="Who asks">
      <div className="flex flex-col gap-4">
        <dl className="flex flex-col gap-2">
          <Fact term="Outlet" words={outlet} />
          <Fact term="Journalist" words={journalist} />
          <Fact term="Answer goes to" words={replyTo} />
        </dl>
        {prospect ? (
          <p>
            In your book as{' '}
            <Link href={`/w/${workspace}/prospects/${prospect.id}`} className="ink-link wrap-anywhere">
              <bdi>{prospect.name}</bdi>
            </Link>
            {contact ? (
              <>
                {', '}
                <Link href={`/w/${workspace}/contacts/${contact.id}`} className="ink-link wrap-anywhere">
                  <bdi>{contact.name}</bdi>
                </Link>
              </>
            ) : null}
            .
          </p>
        ) : null}
        {offered ? <Ties workspace={workspace} request={request} offered={offered} /> : null}
      </div>
    </Panel>
  )
}

type TiesProps = {
  workspace: string
  request: RequestSeen
  offered: NonNullable<OutletPanelProps['offered']>
}

function Ties({ workspace, request, offered: { prospects, people } }: TiesProps) {
  const hidden = { workspace, requestId: request.id }
  if (request.prospect) {
    return (
      <Disclosure summary={<span className="text-sm">Which of them, or none</span>}>
        <ActionForm
          action={tieOutletAction}
          hidden={{ ...hidden, prospectId: request.prospect.id }}
          label="Who it is there"
          className="gap-3!"
        >
          <SelectField
            name="contactId"
            label="Person"
            emptyLabel="Nobody we know"
            choices={people.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={request.contact?.id}
          />
          <div>
            <SubmitButton tone="secondary" pendingLabel="Saving">
              Save
            </SubmitButton>
          </div>
        </ActionForm>
        <ActionForm action={tieOutletAction} hidden={hidden} label="It is another outlet" className="mt-3">
          <div>
            <SubmitButton tone="quiet" pendingLabel="Saving">
              It is not them
            </SubmitButton>
          </div>
        </ActionForm>
      </Disclosure>
    )
  }
  return (
    <div className="flex flex-col gap-3">
      {prospects.map(({ id, name }) => (
        <ActionForm
          key={id}
          action={tieOutletAction}
          hidden={{ ...hidden, prospectId: id }}
          label={`It is ${name}`}
        >
          <div>
            <SubmitButton tone="secondary" pendingLabel="Saving">
              It is {name}, in your book
            </SubmitButton>
          </div>
        </ActionForm>
      ))}
      <Disclosure summary={<span className="text-sm">Add the outlet to your book</span>}>
        <ActionForm
          action={addOutletAction}
          hidden={hidden}
          id="add-outlet"
          label="Add the outlet"
          className="gap-3!"
        >
          <TextField name="name" label="Name" required defaultValue={request.outlet} maxLength={200} />
          <TextField name="address" label="Address of their site" required hint="ledger-weekly.example" />
          <div>
            <SubmitButton tone="secondary" pendingLabel="Adding it">
              Add it
            </SubmitButton>
          </div>
        </ActionForm>
      </Disclosure>
    </div>
  )
}

function Fact({ term, words }: { term: string; words: string }) {
  return (
    <div>
      <dt className="text-sm text-ink-soft">{term}</dt>
      <dd className="wrap-anywhere">
        {words ? <bdi>{words}</bdi> : <span className="text-ink-soft">Not said</span>}
      </dd>
    </div>
  )
}
