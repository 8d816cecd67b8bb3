import { FormDisclosure } from '#components/prospects/form-disclosure.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { FACT_KIND_TABLE, type FactKind, factToCopy } from '#lib/domain/requests/fact-kinds.ts'
import {
  addFactAction,
  bringBackFactAction,
  changeFactAction,
  removeFactAction,
} from '#lib/features/sites/fact-actions.ts'
import type { FactSeen } from '#lib/features/sites/fact-queries.ts'
import { aboutFact, FactLine } from './fact-drawer.tsx'
import { FactFields } from './fact-fields.tsx'

type FactListProps = { workspace: string; facts: readonly FactSeen[]; mayWrite: boolean }

/** Lines of one kind, each with a button that copies it, and a way to change and to remove it. */
export function FactList({ workspace, facts, mayWrite }: FactListProps) {
  if (facts.length === 0) return <p className="text-ink-soft">None yet.</p>
  return (
    <ul className="divide-y divide-line border-y border-line">
      {facts.map((fact) => (
        <li key={fact.id} className="flex flex-col gap-2 py-3">
          <FactLine fact={fact} />
          <div className="flex flex-wrap items-center gap-x-4">
            <CopyButton text={factToCopy(fact)} label="Copy" />
            {mayWrite ? <ChangeFact workspace={workspace} fact={fact} /> : null}
          </div>
        </li>
      ))}
    </ul>
  )
}

function ChangeFact({ workspace, fact }: { workspace: string; fact: FactSeen }) {
  const hidden = { workspace, factId: fact.id }
  const name = `${FACT_KIND_TABLE[fact.kind].label}, ${aboutFact(fact)}`
  return (
    <div className="has-[details[open]]:basis-full">
      <ActionForm
        id={`fact-${fact.id}`}
        action={changeFactAction}
        hidden={hidden}
        label={`Change: ${name}`}
        className="gap-3!"
      >
        <FormDisclosure
          summary={
            <span className="text-sm">
              Change<span className="sr-only">: {name}</span>
            </span>
          }
        >
          <FactFields kind={fact.kind} fact={fact} />
          <div className="flex flex-wrap gap-2">
            <SubmitButton pendingLabel="Saving">Save</SubmitButton>
            <SubmitButton tone="danger" form={`remove-fact-${fact.id}`}>
              Remove it
            </SubmitButton>
          </div>
        </FormDisclosure>
      </ActionForm>
      <ActionForm
        id={`remove-fact-${fact.id}`}
        action={removeFactAction}
        hidden={hidden}
        label={`Remove: ${name}`}
      />
    </div>
  )
}

type AddFactProps = { workspace: string; siteId: string; kind: FactKind; label: string }

/** A new line of one kind. */
export function AddFact({ workspace, siteId, kind, label }: AddFactProps) {
  return (
    <ActionForm
      id={`add-${kind}`}
      action={addFactAction}
      hidden={{ workspace, siteId, kind }}
      label={`Add: ${label}`}
      className="gap-3!"
    >
      <FormDisclosure
        summary={
          <>
            Add one<span className="sr-only">: {label}</span>
          </>
        }
      >
        <FactFields kind={kind} />
        <div>
          <SubmitButton pendingLabel="Adding it">Add it</SubmitButton>
        </div>
      </FormDisclosure>
    </ActionForm>
  )
}

type RemovedFactsProps = { workspace: string; removed: readonly { id: string; title: string }[] }

/** Lines that were taken off in the last 30 days: they may come back. */
export function RemovedFacts({ workspace, removed }: RemovedFactsProps) {
  if (removed.length === 0) return null
  return (
    <Disclosure summary={removed.length === 1 ? '1 removed lately' : `${removed.length} removed lately`}>
      <ul className="flex flex-col gap-2">
        {removed.map(({ id, title }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2">
            <bdi className="min-w-0 wrap-anywhere">{title}</bdi>
            <ActionForm
              action={bringBackFactAction}
              hidden={{ workspace, factId: id }}
              label={`Bring back ${title}`}
            >
              <SubmitButton tone="secondary">Bring it back</SubmitButton>
            </ActionForm>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
