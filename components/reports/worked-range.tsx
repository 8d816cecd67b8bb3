import { buttonClass } from '#components/ui/button.tsx'
import { Field, fieldAria } from '#components/ui/field.tsx'
import { NavTabs } from '#components/ui/nav-tabs.tsx'
import { SearchForm } from '#components/ui/search-form.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { isLocalDate } from '#lib/domain/local-date.ts'
import { usualRanges, type WorkedList, workedHref } from '#lib/features/reports/worked-list.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

type WorkedRangeProps = {
  scope: WorkspaceScope
  base: string
  list: WorkedList
  sites: { id: string; name: string }[]
}

/** Which letters are counted: a stretch of days, and one Site or all. All of it stands in the address. */
export function WorkedRange({ scope, base, list, sites }: WorkedRangeProps) {
  const { from, to, site, errors } = list
  return (
    <div>
      <NavTabs
        label="Stretches of time"
        current={workedHref(base, { from, to, site })}
        tabs={usualRanges(scope.now, scope.timeZone).map((range) => ({
          label: range.label,
          href: workedHref(base, { from: range.from, to: range.to, site }),
        }))}
      />
      <SearchForm
        action={base}
        aria-label="Which letters are counted"
        className="flex flex-wrap items-end gap-3"
      >
        <Field id="worked-from" label="Sent from" errors={errors.from ? [errors.from] : undefined} required>
          <TextInput
            key={from}
            type={typeFor(from)}
            name="from"
            defaultValue={from}
            {...fieldAria('worked-from', { errors: errors.from ? [errors.from] : undefined })}
          />
        </Field>
        <Field id="worked-to" label="Up to" errors={errors.to ? [errors.to] : undefined} required>
          <TextInput
            key={to}
            type={typeFor(to)}
            name="to"
            defaultValue={to}
            {...fieldAria('worked-to', { errors: errors.to ? [errors.to] : undefined })}
          />
        </Field>
        {sites.length > 1 ? (
          <Field id="worked-site" label="Site" required>
            <Select
              key={site}
              id="worked-site"
              name="site"
              choices={sites.map(({ id, name }) => ({ value: id, label: name }))}
              defaultValue={site}
              emptyLabel="Any"
            />
          </Field>
        ) : null}
        <button type="submit" className={buttonClass()}>
          Count these
        </button>
      </SearchForm>
    </div>
  )
}

/** A field for dates shows nothing else: what was typed and is none stays to be mended. */
function typeFor(typed: string): 'date' | 'text' {
  return typed === '' || isLocalDate(typed) ? 'date' : 'text'
}
