import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { RadioCardsField, SelectField } from '#components/ui/choice-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextAreaField, TextField } from '#components/ui/text-fields.tsx'
import { CAMPAIGN_ROUTE_TABLE, CAMPAIGN_ROUTES } from '#lib/domain/campaign-routes.ts'
import { readableHost } from '#lib/domain/idn.ts'
import type { FormAction } from '#lib/features/form-state.ts'

type CampaignFormProps = {
  action: FormAction
  workspace: string
  /** Where "Leave it" goes. */
  back: string
  sites: { id: string; name: string; domains: string[] }[]
  siteId?: string
  campaign?: { id: string; name: string; route: string; story: string; targetUrls: string[] }
}

/** One angle for one Site: new, or changed. */
export function CampaignForm({ action, workspace, back, sites, siteId, campaign }: CampaignFormProps) {
  return (
    <div className="max-w-form">
      <ActionForm action={action} hidden={{ workspace, campaignId: campaign?.id }}>
        <TextField
          name="name"
          label="Name"
          required
          defaultValue={campaign?.name}
          hint="The angle in a few words, like “Plastic-free trails”."
        />
        <SelectField
          name="siteId"
          label="Site"
          required
          choices={sites.map(({ id, name, domains }) => ({
            value: id,
            label: `${name} (${domains.map(readableHost).join(', ')})`,
          }))}
          emptyLabel={sites.length === 1 ? undefined : 'Choose one'}
          defaultValue={siteId}
        />
        <RadioCardsField
          name="route"
          label="Route"
          required
          columns={2}
          choices={CAMPAIGN_ROUTES.map((route) => ({
            value: route,
            label: CAMPAIGN_ROUTE_TABLE[route].label,
            hint: CAMPAIGN_ROUTE_TABLE[route].meaning,
          }))}
          defaultValue={campaign?.route}
        />
        <TextAreaField
          name="targetUrls"
          label="Pages you hope to see linked"
          required
          rows={4}
          spellCheck={false}
          defaultValue={campaign?.targetUrls.join('\n')}
          hint="One address per line, on the site’s own domains."
        />
        <TextAreaField
          name="story"
          label="The story"
          serif
          required
          rows={6}
          defaultValue={campaign?.story}
          hint="Why would a reader of theirs care? What is new, useful or missing elsewhere? Whoever writes a pitch reads this first."
        />
        <FormActions>
          <SubmitButton pendingLabel="Saving">{campaign ? 'Save changes' : 'Add campaign'}</SubmitButton>
          <ButtonLink href={back} tone="quiet">
            Leave it
          </ButtonLink>
        </FormActions>
      </ActionForm>
    </div>
  )
}
