import { ActionForm } from '#components/ui/action-form.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { WrittenText } from '#components/ui/quote.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { changeSampleAction } from '#lib/features/samples/sample-actions.ts'
import type { SampleWithAll } from '#lib/features/samples/sample-queries.ts'
import { SampleWordsField } from './sample-words-field.tsx'

type SampleWordsPanelProps = {
  workspace: string
  sample: Pick<SampleWithAll, 'id' | 'words' | 'saidOtherwise' | 'overruleReason' | 'sentAt'>
  mayChange: boolean
  mayOverrule: boolean
}

/** The words that go, or went, with it. */
export function SampleWordsPanel({ workspace, sample, mayChange, mayOverrule }: SampleWordsPanelProps) {
  const { id, words, saidOtherwise, overruleReason, sentAt } = sample
  return (
    <Panel
      title="The words that go with it"
      lead={sentAt ? 'As they went out.' : 'Kept as they are once it is sent.'}
      id="words"
    >
      <div className="flex flex-col gap-4">
        {words ? <WrittenText>{words}</WrittenText> : <p className="text-ink-soft">Not kept.</p>}
        {saidOtherwise ? (
          <p className="text-sm text-ink-soft">
            A person says that they tell all they have to, in words Rapport does not know.
          </p>
        ) : null}
        {overruleReason ? (
          <p className="text-sm text-ink-soft">
            An owner let them stand: <bdi>{overruleReason}</bdi>
          </p>
        ) : null}
        {mayChange ? (
          <Disclosure summary="Change the words">
            <ActionForm
              action={changeSampleAction}
              hidden={{ workspace, sampleId: id }}
              label="Change the words that go with it"
            >
              <SampleWordsField
                defaultValue={words}
                saidOtherwise={saidOtherwise}
                overruleReason={overruleReason ?? ''}
                mayOverrule={mayOverrule}
              />
              <div>
                <SubmitButton pendingLabel="Saving">Keep these words</SubmitButton>
              </div>
            </ActionForm>
          </Disclosure>
        ) : null}
      </div>
    </Panel>
  )
}
