import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { CheckboxField } from '#components/ui/choice-fields.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { NavTabs } from '#components/ui/nav-tabs.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-fields.tsx'
import { type ProspectList, prospectListQuery } from '#lib/features/prospects/prospect-list.ts'
import {
  changeViewAction,
  deleteViewAction,
  saveViewAction,
} from '#lib/features/prospects/saved-view-actions.ts'
import type { SavedView } from '#lib/features/prospects/saved-view-queries.ts'

type ViewTabsProps = { base: string; list: ProspectList; views: readonly SavedView[] }

/** The lists people have kept, and the one with everything. */
export function ViewTabs({ base, list, views }: ViewTabsProps) {
  if (views.length === 0) return null
  const query = prospectListQuery(list)
  const tabs = views.map((view) => ({
    label: view.isMine ? view.name : `${view.name} (${view.ownerName})`,
    href: view.query ? `${base}?${view.query}` : `${base}?sort=-added`,
  }))
  return (
    <NavTabs
      label="Saved views"
      tabs={[
        { label: 'All', href: base },
        ...tabs.filter((tab, n) => tabs.findIndex(({ href }) => href === tab.href) === n),
      ]}
      current={query ? `${base}?${query}` : base}
    />
  )
}

type KeepViewProps = {
  workspace: string
  list: ProspectList
  views: readonly SavedView[]
  mayManage: boolean
}

/** Keeps the list as it stands under a name; of a view that is open, changes or deletes it. */
export function KeepView({ workspace, list, views, mayManage }: KeepViewProps) {
  const query = prospectListQuery(list)
  const open = views.find((view) => view.query === query && (view.isMine || mayManage))
  if (open) {
    return (
      <Disclosure summary={`Change “${open.name}”`}>
        <ActionForm
          action={changeViewAction}
          hidden={{ workspace, viewId: open.id, query }}
          label="Change this view"
        >
          <TextField name="name" label="Name" required defaultValue={open.name} maxLength={60} />
          <CheckboxField name="isShared" label="Everybody here sees it" defaultChecked={open.isShared} />
          <FormActions>
            <SubmitButton pendingLabel="Saving">Save changes</SubmitButton>
            <SubmitButton form="delete-view" tone="quiet">
              Delete this view
            </SubmitButton>
          </FormActions>
        </ActionForm>
        <ActionForm
          id="delete-view"
          action={deleteViewAction}
          hidden={{ workspace, viewId: open.id }}
          label="Delete this view"
        />
      </Disclosure>
    )
  }
  if (query === '') return null
  return (
    <Disclosure summary="Save this view">
      <ActionForm action={saveViewAction} hidden={{ workspace, query }} label="Save this view">
        <TextField
          name="name"
          label="Name"
          required
          maxLength={60}
          hint="Filters, order and columns are kept. The name of a view of yours replaces it."
        />
        <CheckboxField name="isShared" label="Everybody here sees it" />
        <FormActions>
          <SubmitButton pendingLabel="Saving">Save view</SubmitButton>
        </FormActions>
      </ActionForm>
    </Disclosure>
  )
}
