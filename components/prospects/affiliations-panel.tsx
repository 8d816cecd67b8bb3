import { ActionForm } from '#components/ui/action-form.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-fields.tsx'
import { affiliationWords, pathWords } from '#lib/domain/affiliation-words.ts'
import { localDateOf } from '#lib/domain/local-date.ts'
import { readableAddress } from '#lib/domain/readable-address.ts'
import {
  addAffiliationAction,
  changeAffiliationAction,
  endAffiliationAction,
  moveToOutletAction,
  resumeAffiliationAction,
} from '#lib/features/prospects/contact-actions.ts'
import type { getContact } from '#lib/features/prospects/contact-queries.ts'
import { FormDisclosure } from './form-disclosure.tsx'

type Affiliations = Awaited<ReturnType<typeof getContact>>['affiliations']

type AffiliationsPanelProps = {
  workspace: string
  contactId: string
  affiliations: Affiliations
  mayWrite: boolean
  timeZone: string
}

/** The outlets a person writes for. People change outlets; the relationship stays. */
export function AffiliationsPanel(props: AffiliationsPanelProps) {
  const { workspace, contactId, affiliations, mayWrite, timeZone } = props
  const path = pathWords(affiliations, timeZone)
  return (
    <Panel title="Where they write">
      {affiliations.length === 0 ? (
        <p className="text-ink-soft">Nowhere that is still among your prospects.</p>
      ) : null}
      {path ? <p className="mb-4 text-ink-soft wrap-anywhere first-letter:uppercase">{path}.</p> : null}
      <ul className="flex flex-col gap-6">
        {affiliations.map((tie) => (
          <li key={tie.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-2">
                <Link
                  href={`/w/${workspace}/prospects/${tie.prospect.id}`}
                  className="ink-link font-semibold wrap-anywhere"
                >
                  <bdi>{tie.prospect.name}</bdi>
                </Link>
                {tie.until ? <Badge>No longer there</Badge> : null}
              </p>
              <p className="text-sm text-ink-soft wrap-anywhere">{readableAddress(tie.prospect.outletKey)}</p>
              {affiliationWords(tie, timeZone) ? (
                <p className="text-sm wrap-anywhere">
                  <bdi>{affiliationWords(tie, timeZone)}</bdi>
                </p>
              ) : null}
            </div>
            {mayWrite ? (
              <ActionForm
                action={tie.until ? resumeAffiliationAction : endAffiliationAction}
                hidden={{ workspace, affiliationId: tie.id }}
                label={`Tie to ${tie.prospect.name}`}
              >
                <SubmitButton tone="quiet" pendingLabel="Noting">
                  {tie.until ? 'There after all' : 'No longer there'}
                </SubmitButton>
              </ActionForm>
            ) : null}
            {mayWrite ? <TieForms {...{ workspace, tie, timeZone }} /> : null}
          </li>
        ))}
      </ul>
      {mayWrite ? (
        <div className="mt-2">
          <ActionForm
            action={addAffiliationAction}
            hidden={{ workspace, contactId }}
            label="Another outlet they write for"
          >
            <FormDisclosure summary="They write somewhere else too">
              <TextField
                name="address"
                label="Address of that outlet"
                required
                inputMode="url"
                autoComplete="off"
                spellCheck={false}
                hint="It has to be one of your prospects already."
              />
              <TextField name="role" label="What they do there" autoComplete="off" />
              <TextField name="since" type="date" label="Since" />
              <div>
                <SubmitButton tone="secondary" pendingLabel="Looking">
                  Tie them together
                </SubmitButton>
              </div>
            </FormDisclosure>
          </ActionForm>
        </div>
      ) : null}
    </Panel>
  )
}

type TieFormsProps = { workspace: string; tie: Affiliations[number]; timeZone: string }

/** Two things that happen to a tie: its days and role are put right, or the person moves on. */
function TieForms({ workspace, tie, timeZone }: TieFormsProps) {
  const dayOf = (day: Date | null) => (day ? localDateOf(day, timeZone) : '')
  const hidden = { workspace, affiliationId: tie.id }
  return (
    <div className="flex w-full flex-col">
      <ActionForm action={changeAffiliationAction} hidden={hidden} label={`Days at ${tie.prospect.name}`}>
        <FormDisclosure summary="Role and days there">
          <TextField name="role" label="What they do there" autoComplete="off" defaultValue={tie.role} />
          <TextField name="since" type="date" label="Since" defaultValue={dayOf(tie.since)} />
          <TextField name="until" type="date" label="Until" defaultValue={dayOf(tie.until)} />
          <div>
            <SubmitButton tone="secondary" pendingLabel="Noting">
              Note it
            </SubmitButton>
          </div>
        </FormDisclosure>
      </ActionForm>
      {tie.until ? null : (
        <ActionForm action={moveToOutletAction} hidden={hidden} label={`Moved on from ${tie.prospect.name}`}>
          <FormDisclosure summary="Moved to another outlet">
            <TextField
              name="address"
              label="Address of the new outlet"
              required
              inputMode="url"
              autoComplete="off"
              spellCheck={false}
              hint="One of your prospects. Everything you know of them stays with them."
            />
            <TextField name="movedOn" type="date" label="When" hint="Empty means today." />
            <TextField name="role" label="What they do there" autoComplete="off" />
            <div>
              <SubmitButton tone="secondary" pendingLabel="Noting">
                They moved
              </SubmitButton>
            </div>
          </FormDisclosure>
        </ActionForm>
      )}
    </div>
  )
}
