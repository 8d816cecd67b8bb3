import { AtSign, Pencil } from 'lucide'
import { ActionForm } from '#components/ui/action-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { ChannelKind } from '#lib/domain/channel-kinds.ts'
import { putChannelBackAction, removeChannelAction } from '#lib/features/prospects/contact-actions.ts'
import type { getContact } from '#lib/features/prospects/contact-queries.ts'
import { Address, ChannelLine } from './channel-line.tsx'
import { StopAddressForm } from './stop-address-form.tsx'

type ChannelsPanelProps = {
  workspace: string
  contact: Awaited<ReturnType<typeof getContact>>
  mayWrite: boolean
}

/** Every way to reach a person, to change or take away; what was taken away can be put back. */
export function ChannelsPanel({ workspace, contact, mayWrite }: ChannelsPanelProps) {
  const base = `/w/${workspace}/contacts/${contact.id}/channels`
  if (contact.channels.length === 0 && contact.removedChannels.length === 0) {
    return (
      <EmptyState
        icon={AtSign}
        title="No way to reach them yet"
        actions={mayWrite ? <ButtonLink href={`${base}/new`}>Add an address</ButtonLink> : null}
      >
        An e-mail address, a contact form, a profile, or a place where you meet. Note where you found it;
        never guess one.
      </EmptyState>
    )
  }
  return (
    <Panel title="How to reach them" flush>
      <ul className="divide-y divide-line">
        {contact.channels.map((channel) => (
          <li
            key={channel.id}
            className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 py-4 sm:px-6"
          >
            <div className="min-w-0 flex-1 basis-64">
              <ChannelLine channel={channel} />
              {mayWrite && channel.suppressions.length === 0 ? (
                <StopAddressForm workspace={workspace} channelId={channel.id} address={channel.address} />
              ) : null}
            </div>
            {mayWrite ? (
              <div className="-my-1.5 flex flex-wrap items-start">
                <ButtonLink href={`${base}/${channel.id}`} tone="quiet">
                  <Icon of={Pencil} />
                  Change
                </ButtonLink>
                <ActionForm
                  action={removeChannelAction}
                  hidden={{ workspace, channelId: channel.id }}
                  label={`Take ${channel.address} away`}
                >
                  <SubmitButton tone="quiet" pendingLabel="Taking it away">
                    Take away
                  </SubmitButton>
                </ActionForm>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {contact.removedChannels.length > 0 ? (
        <div className="border-t border-line px-4 py-2 sm:px-6">
          <Disclosure summary={`Removed addresses (${contact.removedChannels.length})`}>
            <ul className="flex flex-col gap-2">
              {contact.removedChannels.map((channel) => (
                <li
                  key={channel.id}
                  className="flex flex-wrap items-center justify-between gap-2 text-ink-soft"
                >
                  <Address kind={channel.kind as ChannelKind} address={channel.address} />
                  {mayWrite ? (
                    <ActionForm
                      action={putChannelBackAction}
                      hidden={{ workspace, channelId: channel.id }}
                      label={`Put ${channel.address} back`}
                    >
                      <SubmitButton tone="quiet" pendingLabel="Putting it back">
                        Put back
                      </SubmitButton>
                    </ActionForm>
                  ) : null}
                </li>
              ))}
            </ul>
          </Disclosure>
        </div>
      ) : null}
    </Panel>
  )
}
