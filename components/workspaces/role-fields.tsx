import { CheckboxesField, RadioCardsField } from '#components/ui/choice-fields.tsx'
import { ROLE_LABELS, type Role } from '#lib/domain/roles.ts'

type RoleFieldsProps = {
  roles: Role[]
  role?: Role
  sites: { id: string; name: string }[]
  siteIds?: string[]
}

/** Which role, and, for a viewer, which Sites. */
export function RoleFields({ roles, role = 'writer', sites, siteIds = [] }: RoleFieldsProps) {
  return (
    <>
      <RadioCardsField
        name="role"
        label="Role"
        columns={2}
        required
        defaultValue={role}
        choices={roles.map((value) => ({
          value,
          label: ROLE_LABELS[value].label,
          hint: ROLE_LABELS[value].meaning,
        }))}
      />
      {sites.length > 0 ? (
        <CheckboxesField
          name="siteIds[]"
          label="Sites a viewer may see"
          hint="Counts for viewers only. Everybody else sees all sites."
          choices={sites.map((site) => ({ value: site.id, label: site.name }))}
          defaultValues={siteIds}
        />
      ) : (
        <p className="text-sm text-ink-soft">
          A viewer sees chosen sites only, so add a site before inviting one.
        </p>
      )}
    </>
  )
}
