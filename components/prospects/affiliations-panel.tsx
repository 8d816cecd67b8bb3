import Link from 'next/link'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-fields.tsx'
import { readableAddress } from '#lib/domain/readable-address.ts'
import {
  addAffiliationAction,
  endAffiliationAction,
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
}

/** The outlets a person writes for. People change outlets; the relationship stays. */
export function AffiliationsPanel({ workspace, contactId, affiliations, mayWrite }: AffiliationsPanelProps) {
  return (
    <Panel title="Where they write">
      {affiliations.length === 0 ? (
        <p className="text-ink-soft">Nowhere that is still among your prospects.</p>
      ) : null}
      <ul className="flex flex-col gap-4">
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
