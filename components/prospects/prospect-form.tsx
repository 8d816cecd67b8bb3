import { AlikeHints } from '#components/duplicates/alike-hints.tsx'
import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { RadioCardsField, SelectField } from '#components/ui/choice-fields.tsx'
import { FoldedFields } from '#components/ui/folded-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextAreaField, TextField } from '#components/ui/text-fields.tsx'
import { COMMON_LANGUAGES, languageName } from '#lib/domain/languages.ts'
import { PROSPECT_KIND_TABLE, PROSPECT_KINDS } from '#lib/domain/prospect-kinds.ts'
import { editableAddress } from '#lib/domain/readable-address.ts'
import type { FormAction } from '#lib/features/form-state.ts'
import type { WorkspaceField } from '#lib/features/prospects/custom-field-queries.ts'
import { COUNTRY_CHOICES } from './country-choices.ts'
import { ExistingOffer } from './existing-offer.tsx'
import { OwnFieldInputs, TagsField } from './own-fields.tsx'

const ALIKE_FIELDS = ['address', 'name']

type ProspectFormProps = {
  action: FormAction
  workspace: string
  /** Where "Leave it" goes. */
  back: string
  /** What a bookmark or a search brought along. */
  address?: string
  prospect?: {
    id: string
    kind: string
    name: string
    homepage: string
    whyCare: string
    country: string | null
    language: string | null
    note: string
    tags: string[]
    custom: unknown
    ownerId: string | null
  }
  /** The workspace's own fields of prospects, and the tags it has. */
  fields: WorkspaceField[]
  tags: string[]
  owners?: { id: string; name: string }[]
}

/** An outlet whose readers would care: new, or changed. */
export function ProspectForm({
  action,
  workspace,
  back,
  address,
  prospect,
  fields,
  tags,
  owners,
}: ProspectFormProps) {
  return (
    <div className="max-w-form">
      <ActionForm
        action={action}
        hidden={{ workspace, prospectId: prospect?.id, lookForAlike: prospect ? undefined : 'on' }}
      >
        <TextField
          name="address"
          label="Address of their site"
          required
          autoFocus={!prospect && !address}
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          defaultValue={prospect ? editableAddress(prospect.homepage) : address}
          hint="Any page of theirs will do, or a channel such as youtube.com/@name. We find the outlet in it."
        />
        <ExistingOffer
          finder={`/w/${workspace}/prospects/existing`}
          question="Is it the same outlet?"
          openLabel="Open the one that is here"
          others={[
            {
              name: 'anotherOutlet',
              label: 'This is another outlet',
              hint: 'Several outlets share that address, each under a path or name of its own.',
            },
          ]}
        />
        <TextField
          name="name"
          label="Name"
          required
          defaultValue={prospect?.name}
          hint="As its readers call it."
        />
        {prospect ? null : (
          <AlikeHints
            source={`/w/${workspace}/prospects/alike`}
            page={`/w/${workspace}/duplicates/alike?kind=prospect`}
            fields={ALIKE_FIELDS}
            notAlike={{
              name: 'notAlike',
              label: 'It is another outlet',
              hint: 'Only the names are alike.',
            }}
          />
        )}
        <RadioCardsField
          name="kind"
          label="Kind"
          required
          columns={2}
          choices={PROSPECT_KINDS.map((kind) => ({
            value: kind,
            label: PROSPECT_KIND_TABLE[kind].label,
            hint: PROSPECT_KIND_TABLE[kind].meaning,
          }))}
          defaultValue={prospect?.kind}
        />
        <TextAreaField
          name="whyCare"
          label="Why their readers would care"
          serif
          rows={4}
          defaultValue={prospect?.whyCare}
          hint="One or two sentences. If none come to mind, this may not be one for you."
        />
        <FoldedFields
          summary={prospect ? 'More about them' : 'More, if you know it'}
          open={prospect !== undefined}
        >
          <TagsField tags={prospect?.tags ?? []} known={tags} />
          <OwnFieldInputs fields={fields} custom={prospect?.custom} />
          <div className="grid gap-6 sm:grid-cols-2">
            <LanguageField language={prospect?.language ?? null} />
            <SelectField
              name="country"
              label="Country"
              emptyLabel="Not known"
              choices={COUNTRY_CHOICES}
              defaultValue={prospect?.country ?? ''}
              hint="Where they publish from."
            />
          </div>
          {owners ? (
            <SelectField
              name="ownerId"
              label="Looked after by"
              emptyLabel="Nobody in particular"
              choices={owners.map((owner) => ({ value: owner.id, label: owner.name }))}
              defaultValue={prospect?.ownerId ?? ''}
            />
          ) : null}
          <TextAreaField
            name="note"
            label="Worth remembering"
            rows={4}
            defaultValue={prospect?.note}
            hint="What you want to know before you write again."
          />
        </FoldedFields>
        <FormActions>
          <SubmitButton pendingLabel="Saving">{prospect ? 'Save changes' : 'Add prospect'}</SubmitButton>
          <ButtonLink href={back} tone="quiet">
            Leave it
          </ButtonLink>
        </FormActions>
      </ActionForm>
    </div>
  )
}

/** A short list to choose from, and room for any other. */
function LanguageField({ language }: { language: string | null }) {
  const isNamed = language !== null && COMMON_LANGUAGES.includes(language)
  return (
    <>
      <TextField
        name="language"
        label="Language"
        autoComplete="off"
        list="common-languages"
        defaultValue={language === null ? '' : isNamed ? languageName(language) : language}
        hint="What they publish in: its name, or its code, like de-AT."
      />
      <datalist id="common-languages">
        {COMMON_LANGUAGES.map((code) => (
          <option key={code} value={languageName(code)} />
        ))}
      </datalist>
    </>
  )
}
