import { SearchX } from 'lucide'
import type { Metadata } from 'next'
import { PlaceList } from '#components/settings/place-list.tsx'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SearchForm } from '#components/ui/search-form.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { searchPlaces, settingsPlaces } from '#lib/domain/settings-places.ts'
import { searchText } from '#lib/features/page-params.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Settings' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** For everybody: each role finds what it may open. */
export default async function SettingsPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace)
  const query = searchText((await searchParams).q)
  const all = settingsPlaces(scope.role, scope.grants)
  const places = searchPlaces(all, query)
  const home = `/w/${workspace}`
  return (
    <>
      <PageHeader title="Settings" lead="Everything that can be set or looked up about this house." />
      <SearchForm action={`${home}/settings`} role="search" className="mb-6 flex max-w-form flex-wrap gap-2">
        <label htmlFor="settings-search" className="sr-only">
          What are you looking for?
        </label>
        <TextInput
          id="settings-search"
          name="q"
          type="search"
          defaultValue={query}
          maxLength={100}
          placeholder="In your own words: API key, time zone, delete"
          className="min-w-0 flex-1 basis-56"
        />
        <Button type="submit">Find</Button>
        {query ? (
          <ButtonLink href={`${home}/settings`} tone="quiet">
            Show all
          </ButtonLink>
        ) : null}
      </SearchForm>
      <p role="status" className={query ? 'mb-3 text-sm text-ink-soft' : 'sr-only'}>
        {query ? `${places.length} ${places.length === 1 ? 'place' : 'places'} for “${query}”` : ''}
      </p>
      {places.length === 0 ? (
        <EmptyState
          icon={SearchX}
          title="Nothing of that name"
          actions={<ButtonLink href={`${home}/settings`}>Show all</ButtonLink>}
        >
          Try another word for it. What only an owner or a manager may open is not shown to other roles.
        </EmptyState>
      ) : (
        <PlaceList home={home} places={places} isSearch={query !== ''} />
      )}
    </>
  )
}
