import { MentionOutcomeBadge } from '#components/mentions/outcome-badge.tsx'
import { ExpectedRel } from '#components/mentions/rel-words.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { SelectField } from '#components/ui/choice-fields.tsx'
import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { readableAddress } from '#lib/domain/readable-address.ts'
import { SAMPLE_MOVE_TABLE, type SampleState } from '#lib/domain/samples/sample-states.ts'
import { tieMentionAction, untieMentionAction } from '#lib/features/mentions/sample-tie-actions.ts'
import type { MentionOfSample } from '#lib/features/mentions/sample-tie-queries.ts'

type WhatCameProps = {
  workspace: string
  sample: { id: string; state: SampleState }
  mentions: readonly MentionOfSample[]
  toTie: readonly { id: string; url: string }[]
  mayWrite: boolean
}

/** The pages that came of a sample, and what each link should carry beside what it does. */
export function WhatCame({ workspace, sample, mentions, toTie, mayWrite }: WhatCameProps) {
  const home = `/w/${workspace}`
  const mayCome = SAMPLE_MOVE_TABLE.mention.from.includes(sample.state)
  if (mentions.length === 0 && !mayCome) return null
  return (
    <Panel
      title="What came of it"
      lead="Only looking is knowing: what the page tells its readers, and how its link is marked."
      id="came"
    >
      <div className="flex flex-col gap-6">
        {mentions.length > 0 ? (
          <ul className="flex flex-col gap-6">
            {mentions.map(({ id, url, outcome, provenance, facts }) => (
              <li key={id} className="flex flex-col gap-2">
                <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <Link href={`${home}/mentions/${id}`} className="ink-link font-medium wrap-anywhere">
                    <bdi>{readableAddress(url)}</bdi>
                  </Link>
                  <MentionOutcomeBadge outcome={outcome} provenance={provenance} />
                </p>
                {facts ? (
                  <ExpectedRel provenance={provenance} facts={facts} />
                ) : (
                  <p className="text-ink-soft">Nobody could look at it yet.</p>
                )}
                {mayWrite ? (
                  <ActionForm
                    action={untieMentionAction}
                    hidden={{ workspace, mentionId: id }}
                    label={`${readableAddress(url)} came about otherwise`}
                  >
                    <div>
                      <SubmitButton tone="quiet" pendingLabel="Noting it">
                        It came about otherwise
                      </SubmitButton>
                    </div>
                  </ActionForm>
                ) : null}
              </li>
            ))}
          </ul>
        ) : (
          <p className="text-ink-soft">No page yet. A gift is a gift: it may stay so.</p>
        )}
        {mayWrite && mayCome ? (
          <>
            {toTie.length > 0 ? (
              <ActionForm
                action={tieMentionAction}
                hidden={{ workspace, sampleId: sample.id }}
                label="Tie a page to this sample"
              >
                <SelectField
                  name="mentionId"
                  label="A page of theirs that came of it"
                  required
                  emptyLabel="Choose one"
                  choices={toTie.map(({ id, url }) => ({ value: id, label: readableAddress(url) }))}
                />
                <div>
                  <SubmitButton tone="secondary" pendingLabel="Tying it">
                    It came of this
                  </SubmitButton>
                </div>
              </ActionForm>
            ) : null}
            <div>
              <ButtonLink href={`${home}/mentions/new?sample=${sample.id}`}>
                Record a page that came of it
              </ButtonLink>
            </div>
          </>
        ) : null}
      </div>
    </Panel>
  )
}
