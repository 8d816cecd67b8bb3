import { Check } from 'lucide'
import type { ReactNode } from 'react'
import { OwnLookFields } from '#components/mentions/own-look-fields.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { SelectField } from '#components/ui/choice-fields.tsx'
import { FoldedFields } from '#components/ui/folded-fields.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextAreaField } from '#components/ui/text-fields.tsx'
import { OVERRULE_OUTCOMES, OVERRULE_TABLE } from '#lib/domain/link-check/outcome-decisions.ts'
import {
  confirmOutcomeAction,
  overruleOutcomeAction,
  recordSeenByPersonAction,
} from '#lib/features/mentions/review-actions.ts'
import { FieldsOfMention } from './fields-of-mention.tsx'

type Mention = {
  id: string
  outcome: string
  everLinked: boolean
  lookCount: number
  reviewSince: Date | null
}
type DecisionFormProps = {
  workspace: string
  mention: Mention
  /** The page gives the keys c, o and s to these forms. */
  withKeys?: boolean
  /** What the button says, where that is not "Confirm, it is so". */
  words?: string
  /** Fold the fields away under a line that says what they are for. */
  isFolded?: boolean
}

/** It is as the looks say. */
export function ConfirmForm({
  workspace,
  mention,
  withKeys,
  words = 'Confirm, it is so',
}: DecisionFormProps) {
  return (
    <ActionForm
      action={confirmOutcomeAction}
      hidden={asRead(workspace, mention)}
      id="confirm"
      label="Confirm what the looks say"
    >
      <div>
        <SubmitButton pendingLabel="Saving" {...(withKeys ? shortcut('c', 'Confirm this outcome') : {})}>
          <Icon of={Check} />
          {words}
        </SubmitButton>
      </div>
    </ActionForm>
  )
}

/** The looks are wrong, and somebody knows why. */
export function OverruleForm({ workspace, mention, withKeys, isFolded }: DecisionFormProps) {
  const choices = OVERRULE_OUTCOMES.filter(
    (outcome) => outcome !== mention.outcome && (outcome !== 'lost' || mention.everLinked),
  )
  return (
    <div {...(withKeys ? shortcut('o', 'Overrule it, with a reason') : {})}>
      <ActionForm
        action={overruleOutcomeAction}
        hidden={asRead(workspace, mention)}
        id="overrule"
        label="Overrule what the looks say"
      >
        <Fields of={mention} isFolded={isFolded} summary="Overrule, with a reason">
          <SelectField
            name="outcome"
            label="What it really comes to"
            required
            emptyLabel="Choose one"
            choices={choices.map((value) => ({ value, label: OVERRULE_TABLE[value].label }))}
          />
          <TextAreaField
            name="reason"
            label="How you know"
            rows={3}
            maxLength={2000}
            required
            hint="Kept with the mention, under your name."
          />
          <div>
            <SubmitButton tone="secondary" pendingLabel="Saving">
              Overrule
            </SubmitButton>
          </div>
        </Fields>
      </ActionForm>
    </div>
  )
}

/** Somebody opened the page and says what is there. */
export function SeenForm({ workspace, mention, withKeys, isFolded }: DecisionFormProps) {
  return (
    <div {...(withKeys ? shortcut('s', 'Say what you saw yourself') : {})}>
      <ActionForm
        action={recordSeenByPersonAction}
        hidden={asRead(workspace, mention)}
        id="seen"
        label="What you saw on the page"
      >
        <Fields of={mention} isFolded={isFolded} summary="I looked myself">
          <OwnLookFields />
          <div>
            <SubmitButton tone="secondary" pendingLabel="Saving">
              Record what I saw
            </SubmitButton>
          </div>
        </Fields>
      </ActionForm>
    </div>
  )
}

type FieldsProps = { of: Mention; isFolded: boolean | undefined; summary: string; children: ReactNode }

function Fields({ of, isFolded, summary, children }: FieldsProps) {
  return (
    <FieldsOfMention mentionId={of.id}>
      {isFolded ? <FoldedFields summary={summary}>{children}</FoldedFields> : children}
    </FieldsOfMention>
  )
}

function shortcut(key: string, does: string) {
  return { 'data-shortcut': key, 'data-shortcut-does': does }
}

/** How the mention stood when this page was drawn: the decision counts for that, and for nothing newer. */
function asRead(workspace: string, { id, lookCount, reviewSince }: Mention) {
  return {
    workspace,
    mentionId: id,
    lookNumber: lookCount,
    reviewSince: reviewSince?.toISOString() ?? '',
  }
}
