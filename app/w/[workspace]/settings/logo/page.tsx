import type { Metadata } from 'next'
import { ActionForm } from '#components/ui/action-form.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { Field, fieldAria } from '#components/ui/field.tsx'
import { FormMessage } from '#components/ui/form-message.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { readLogo } from '#lib/features/customer-reports/logo.ts'
import { removeLogoAction } from '#lib/features/customer-reports/report-actions.ts'
import { searchText } from '#lib/features/page-params.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Logo on reports' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const PROBLEMS: Readonly<Record<string, string>> = {
  'no-file': 'Choose a file first.',
  'no-picture': 'This is no PNG, JPEG or WebP. A drawing such as SVG can carry scripts, so it is not taken.',
  'too-large': 'This file is larger than 200 KB. A smaller picture is quite enough for paper.',
  'broke-off': 'It broke off on the way. Please send it once more.',
}

export default async function LogoPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'workspace.settings')
  const { problem, saved } = await searchParams
  const logo = await readLogo(scope)
  const words = PROBLEMS[searchText(problem)]
  const errors = words ? [words] : undefined
  const hint = 'PNG, JPEG or WebP, up to 200 KB. It stands on white, whatever colours the reader prefers.'
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Settings', href: `/w/${workspace}/settings` }]}
        title="Logo on reports"
        lead="It stands over reports for customers, beside the name of this workspace."
      />
      <div className="flex max-w-form flex-col gap-6">
        {saved && !words ? <FormMessage ok message="Saved. New reports carry it." /> : null}
        {logo ? (
          <Panel title="Now">
            <div className="flex flex-col items-start gap-4">
              {/* biome-ignore lint/performance/noImgElement: it is no file on this server */}
              <img src={logo} alt="The logo as it is" className="max-h-16 max-w-56 rounded-sm bg-white p-1" />
              <ActionForm action={removeLogoAction} hidden={{ workspace }} label="Take the logo away">
                <SubmitButton tone="quiet" pendingLabel="Taking it away">
                  Take it away
                </SubmitButton>
              </ActionForm>
            </div>
          </Panel>
        ) : null}
        <Panel title={logo ? 'Another one' : 'Choose one'}>
          <form
            action={`/w/${workspace}/settings/logo/upload`}
            method="post"
            encType="multipart/form-data"
            className="flex flex-col gap-4"
          >
            <Field id="logo-file" label="Picture" hint={hint} errors={errors} required>
              <input
                type="file"
                name="file"
                accept="image/png,image/jpeg,image/webp"
                className="tap w-full rounded-md border border-line-strong bg-sheet px-3 py-2"
                {...fieldAria('logo-file', { hint, errors })}
              />
            </Field>
            <div>
              <button type="submit" className={buttonClass({ tone: 'primary' })}>
                Use this picture
              </button>
            </div>
          </form>
        </Panel>
      </div>
    </>
  )
}
