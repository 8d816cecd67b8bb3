import { buttonClass } from '#components/ui/button.tsx'
import { Field, fieldAria } from '#components/ui/field.tsx'
import { NavTabs } from '#components/ui/nav-tabs.tsx'
import { SearchForm } from '#components/ui/search-form.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { isLocalDate } from '#lib/domain/local-date.ts'
import { type ReportList, reportHref, reportRanges } from '#lib/features/reports/report-list.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

type Choice = { id: string; name: string }

type ReportFiltersProps = {
  scope: WorkspaceScope
  base: string
  list: ReportList
  sites: readonly Choice[]
  /** Empty for who may not see them. */
  campaigns: readonly Choice[]
  members: readonly Choice[]
}

/** What a report is about: a time, a Site, a campaign, a member. All of it stands in the address. */
export function ReportFilters({ scope, base, list, sites, campaigns, members }: ReportFiltersProps) {
  const { from, to, site, campaign, member, errors } = list
  return (
    <div className="print:hidden">
      <NavTabs
        label="Stretches of time"
        current={reportHref(base, { from, to, site, campaign, member })}
        tabs={reportRanges(scope.now, scope.timeZone).map((range) => ({
          label: range.label,
          href: reportHref(base, { from: range.from, to: range.to, site, campaign, member }),
        }))}
      />
      <SearchForm
        action={base}
        aria-label="What the report is about"
        className="flex flex-wrap items-end gap-3"
      >
        <DayField name="from" label="From" value={from} error={errors.from} />
        <DayField name="to" label="Up to" value={to} error={errors.to} />
        <ChoiceField name="site" label="Site" value={site} choices={sites} />
        <ChoiceField name="campaign" label="Campaign" value={campaign} choices={campaigns} />
        <ChoiceField name="member" label="Member" value={member} choices={members} />
        <button type="submit" className={buttonClass()}>
          Report on these
        </button>
      </SearchForm>
    </div>
  )
}

function DayField({
  name,
  label,
  value,
  error,
}: {
  name: string
  label: string
  value: string
  error?: string
}) {
  const id = `report-${name}`
  const errors = error ? [error] : undefined
  return (
    <Field id={id} label={label} errors={errors} required>
      <TextInput
        key={value}
        // A field for dates shows nothing else: what was typed and is none stays to be mended.
        type={value === '' || isLocalDate(value) ? 'date' : 'text'}
        name={name}
        defaultValue={value}
        {...fieldAria(id, { errors })}
      />
    </Field>
  )
}

type ChoiceFieldProps = { name: string; label: string; value: string; choices: readonly Choice[] }

function ChoiceField({ name, label, value, choices }: ChoiceFieldProps) {
  if (choices.length < 2 && value === '') return null
  const id = `report-${name}`
  return (
    <Field id={id} label={label} required>
      <Select
        key={value}
        id={id}
        name={name}
        choices={choices.map((choice) => ({ value: choice.id, label: choice.name }))}
        defaultValue={value}
        emptyLabel="Any"
      />
    </Field>
  )
}
