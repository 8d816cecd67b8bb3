import type { ChannelKind } from '#lib/domain/channel-kinds.ts'
import { parseWebAddress } from '#lib/domain/web-address.ts'

const MAIL_WAYS = [
  { value: 'mailto', label: 'My mail program' },
  { value: 'gmail', label: 'Gmail' },
  { value: 'outlook-work', label: 'Outlook at work' },
  { value: 'outlook-home', label: 'Outlook at home' },
  { value: 'draft-file', label: 'The draft file' },
  { value: 'copy', label: 'Copied into something else' },
]

const WAYS: Readonly<Record<ChannelKind, { value: string; label: string }[]>> = {
  email: MAIL_WAYS,
  form: [{ value: 'form', label: 'Their form' }],
  dm: [{ value: 'dm', label: 'A direct message' }],
  spoken: [{ value: 'spoken', label: 'Spoken' }],
}

/** How a text can have gone out on this kind of channel, in words. */
export function sendingWays(kind: string) {
  return WAYS[kind as ChannelKind]
}

const LABELS = new Map(
  [
    ...Object.values(WAYS).flat(),
    { value: 'mailbox', label: 'From our mailbox' },
    { value: 'sent-folder', label: 'By hand, found among the sent mail' },
    { value: 'logged', label: 'Logged by hand' },
  ].map((way) => [way.value, way.label]),
)

export function wayLabel(via: string): string {
  return LABELS.get(via) ?? via
}

/** Where a form or a profile opens, or null where the address is a handle or a place. */
export function addressHref(kind: string, address: string): string | null {
  if (kind !== 'form' && kind !== 'dm') return null
  if (!/^https?:\/\//i.test(address) && kind === 'dm') return null
  const parsed = parseWebAddress(address)
  return parsed.ok ? parsed.url : null
}
